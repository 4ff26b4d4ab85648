// A published roster that changes is told to whoever it concerns, and they are to confirm it anew.
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../../../drizzle/client.ts'
import { rosterAcknowledgements } from '../../../../drizzle/schema/index.ts'
import type { Context } from '../../../context.ts'
import { spanInWords } from '../../shared/local-words.ts'
import { type Notice, notify } from '../../shared/notify.ts'
import type { PlanningRows, ShiftRow } from '../planning-rows.ts'
import type { EditPlan } from './plan-edit.ts'

type Told = { shift: ShiftRow; change: string; employeeIds: string[] }

/** Who is told what: one entry a shift and kind of change, coming shifts only. Pure. */
const changesToTell = (before: readonly ShiftRow[], plan: EditPlan, now: Date): Told[] => {
  const [was, is] = [before, plan.after.shifts].map((shifts) => new Map(shifts.map((shift) => [shift.id, shift])))
  const peopleOf = (pairs: EditPlan['diff']['added']) => Map.groupBy(pairs, ({ shift }) => shift)
  const told: Told[] = []
  const tell = (shift: ShiftRow | undefined, change: string, employeeIds: string[]) => {
    if (shift !== undefined && shift.endsAt > now && employeeIds.length > 0) told.push({ shift, change, employeeIds })
  }
  for (const [id, pairs] of peopleOf(plan.diff.removed))
    tell(
      was?.get(id),
      'You no longer work this shift',
      pairs.map(({ employee }) => employee),
    )
  for (const [id, pairs] of peopleOf(plan.diff.added))
    tell(
      is?.get(id),
      'You work this shift now',
      pairs.map(({ employee }) => employee),
    )
  const moved = plan.updated.filter(
    ({ before: old, after }) =>
      Number(old.startsAt) !== Number(after.startsAt) ||
      Number(old.endsAt) !== Number(after.endsAt) ||
      old.siteId !== after.siteId,
  )
  for (const { after } of moved) {
    const fresh = new Set(plan.diff.added.filter(({ shift }) => shift === after.id).map(({ employee }) => employee))
    const there = plan.after.assignments.filter(
      ({ shiftId, employeeId }) => shiftId === after.id && !fresh.has(employeeId),
    )
    tell(
      after,
      'This shift has another time or place',
      there.map(({ employeeId }) => employeeId),
    )
  }
  return told
}

/** Writes the messages and forgets that those people had confirmed the roster. */
export const tellChanged = async (ctx: Context, tx: Tx, rows: PlanningRows, plan: EditPlan): Promise<void> => {
  const sites = new Map(rows.sites.map((site) => [site.id, site]))
  const told = changesToTell(rows.shifts, plan, ctx.clock.now())
  const notices = told.map(({ shift, change, employeeIds }): Notice => {
    const site = sites.get(shift.siteId)
    const when = spanInWords(shift.startsAt, shift.endsAt, site?.zone ?? rows.roster.zone)
    const data = { change, shift: shift.name, when, rosterId: rows.roster.id, ...(site && { site: site.name }) }
    return { kind: 'shift-changed', to: { employeeIds }, data }
  })
  await notify(ctx, tx, ...notices)
  const people = [...new Set(told.flatMap(({ employeeIds }) => employeeIds))]
  if (people.length === 0) return
  const { orgId } = ctx
  const isTheirs = and(
    eq(rosterAcknowledgements.orgId, orgId),
    eq(rosterAcknowledgements.rosterId, rows.roster.id),
    inArray(rosterAcknowledgements.employeeId, people),
  )
  await tx.delete(rosterAcknowledgements).where(isTheirs)
}
