// Small rosters written by hand, judged by spec, tracker and oracle at once.
import { expect } from 'vitest'
import { scoreRoster } from '../../judge/score-roster.ts'
import { validateProblem } from '../../judge/validate-problem.ts'
import type { Breach } from '../../model/outcome.ts'
import type { Employee, PastShift, Problem, Roster, RuleSetting, Shift } from '../../model/problem.ts'
import { dayMinutes, formatInstant, parseDate, parseTime, ZoneClock } from '../../model/time.ts'
import { State } from '../../search/state.ts'
import { openOracle } from '../../testkit/oracle.ts'

export interface HandProblem extends Partial<Omit<Problem, 'shifts' | 'employees' | 'period'>> {
  start: string
  days: number
  weekStart?: number
  zone?: string
  shifts: readonly HandShift[]
  employees?: readonly Partial<Employee>[]
  rules?: readonly RuleSetting[]
}

/** A shift by its local start and its true length in hours; at site "a" for nobody in particular unless it says more. */
interface HandShift extends Partial<Shift> {
  id: string
  at: string
  hours: number
}

/** The instants of a local start ("2026-03-28T22:00") and a true length. */
export function span(at: string, hours: number, zone = 'Europe/Berlin'): { start: string; end: string } {
  const [date, time] = at.split('T') as [string, string]
  const local = parseDate(date)! * dayMinutes + parseTime(time)!
  const start = new ZoneClock(zone, local - 10_000, local + 10_000).toInstant(local)
  return { start: formatInstant(start), end: formatInstant(start + hours * 60) }
}

export const past = (at: string, hours: number, rest: Partial<PastShift> = {}): PastShift => ({
  ...span(at, hours),
  paidMinutes: hours * 60,
  ...rest,
})

/** A valid problem: sites "a" and "b", skills "x" and "y", types "early", "late", "night" (tagged night), people "e0", "e1", … */
export function byHand({ start, days, weekStart = 1, zone = 'Europe/Berlin', ...rest }: HandProblem): Problem {
  const problem: Problem = {
    format: 'muster-problem/1',
    name: 'by hand',
    sites: ['a', 'b'].map((id) => ({ id, name: id, zone })),
    skills: ['x', 'y'].map((id) => ({ id, name: id })),
    shiftTypes: [
      { id: 'early', name: 'Early' },
      { id: 'late', name: 'Late' },
      { id: 'night', name: 'Night', tags: ['night'] },
    ],
    contracts: [],
    rules: [],
    ...rest,
    period: { start, days, weekStart, zone },
    employees: (rest.employees ?? [{}]).map((employee, index) => ({ id: `e${index}`, name: `E${index}`, ...employee })),
    shifts: rest.shifts.map(({ at, hours, ...shift }) => ({
      site: 'a',
      heads: { min: 0 },
      ...span(at, hours, zone),
      ...shift,
    })),
  }
  expect(validateProblem(problem)).toEqual([])
  return problem
}

/** Breaches of a rule when people ("e0") work shifts; spec, tracker and oracle must agree on the whole roster. */
export function breaches(
  problem: Problem,
  rule: string,
  worked: Readonly<Record<string, readonly string[]>>,
): Breach[] {
  const roster: Roster = {
    assignments: Object.entries(worked).flatMap(([employee, shifts]) => shifts.map((shift) => ({ employee, shift }))),
  }
  const report = scoreRoster(problem, roster)
  const { score, byRule } = openOracle(problem)(roster)
  const bySpec = new Map<string, number>()
  for (const breach of report.breaches) {
    const key = `${breach.rule} ${breach.level}`
    bySpec.set(key, (bySpec.get(key) ?? 0) + breach.penalty)
  }
  expect(Object.fromEntries(bySpec), 'spec and oracle').toEqual(Object.fromEntries(byRule))
  const state = new State(problem, [roster])
  state.load(roster.assignments)
  expect(state.currentScore(), 'tracker and oracle').toEqual(score)
  return report.breaches.filter((breach) => breach.rule === rule)
}

export const sizes = (...of: Parameters<typeof breaches>): number[] => breaches(...of).map(({ size }) => size)
