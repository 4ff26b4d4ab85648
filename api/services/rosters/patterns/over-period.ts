// A pattern over days of a roster, once or again and again, as one edit. Pure.
import { Invalid } from '../../../errors.ts'
import { type Edit, noChanges } from '../edits/plan-edit.ts'
import { addDays } from '../local-time.ts'
import type { PlanningRows } from '../planning-rows.ts'
import { layPattern, type PatternShift } from './pattern.ts'

type Over = { from: string; days: number; repeat: boolean }
type How = Pick<Edit, 'dryRun' | 'reason'> & { replace: boolean }

/** What starts after the roster's end is left out. Throws `Invalid` where nothing is left to lay. */
export const overPeriod = (
  rows: PlanningRows,
  pattern: readonly PatternShift[],
  { from, days, repeat }: Over,
  { replace, dryRun, reason }: How,
  nextId: () => string,
): Edit => {
  const before = addDays(rows.roster.start, rows.roster.days)
  const zones = new Map(rows.sites.map((site) => [site.id, site.zone]))
  const firsts = [from]
  for (let next = addDays(from, days); repeat && next < before; next = addDays(next, days)) firsts.push(next)
  const laid = firsts.map((first) => layPattern(pattern, { from: first, before }, zones, nextId))
  const until = addDays(firsts.at(-1) ?? from, days)
  const replaced = replace ? rows.shifts.filter(({ day }) => day >= from && day < until) : []
  const createShifts = laid.flatMap((one) => one.createShifts)
  if (createShifts.length + replaced.length === 0) {
    const message = `There is no shift to lay from ${from} on. Choose days that have shifts, and a day before ${before}.`
    throw new Invalid('validation_failed', message, { from, before })
  }
  const add = laid.flatMap((one) => one.add)
  return { ...noChanges, createShifts, add, deleteShifts: replaced.map(({ id }) => id), dryRun, reason }
}
