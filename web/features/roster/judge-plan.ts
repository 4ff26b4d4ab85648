// The rules under the mouse: the engine that the server asks judges an edit in the page before it is made. Pure.
import type * as engine from '../../../solver/index.ts'
import type { Breach as EngineBreach } from '../../../solver/model/outcome.ts'
import type { Problem, Roster } from '../../../solver/model/problem.ts'
import type { Breach, RosterGrid } from '../../api/types.ts'
import type { RosterDiff } from '../../store/roster-diff.ts'

export type Engine = Pick<typeof engine, 'checkChange' | 'compareReports' | 'scoreRoster' | 'stoppingOf' | 'warningsOf'>

export interface Verdict {
  /** A stop refuses the edit, a warning asks for a reason, a cost only weighs. */
  kind: 'fine' | 'costs' | 'warns' | 'stops'
  /** What makes it so, worst first. */
  breaches: Breach[]
}

interface Standing {
  base: Problem
  problem: Problem
  roster: Roster
}

// The engine keeps what it has read of a problem and a roster as long as the objects live.
const standings = new WeakMap<RosterGrid, Standing | 'unknown'>()

/** The problem as the page shows it now; null where the page knows people or shifts that the problem does not. */
const standingOf = (base: Problem, grid: RosterGrid): Standing | null => {
  const known = standings.get(grid)
  if (known !== undefined && (known === 'unknown' || known.base === base)) return known === 'unknown' ? null : known
  const times = new Map(grid.shifts.map(({ id, start, end, paidMinutes }) => [id, { start, end, paidMinutes }]))
  const people = new Set(base.employees.map(({ id }) => id))
  const isKnown =
    base.shifts.length === times.size &&
    base.shifts.every(({ id }) => times.has(id)) &&
    grid.assignments.every(({ employeeId }) => people.has(employeeId))
  if (!isKnown) return null
  const shifts = base.shifts.map((shift) => {
    const now = times.get(shift.id)
    const isSame =
      !now || (Date.parse(now.end) === Date.parse(shift.end) && Date.parse(now.start) === Date.parse(shift.start))
    return isSame ? shift : { ...shift, ...now }
  })
  const pairs = (rows: RosterGrid['assignments']) =>
    rows.map(({ employeeId, shiftId }) => ({ employee: employeeId, shift: shiftId }))
  const assignments = pairs(grid.assignments)
  const problem = { ...base, shifts, assignments, pins: pairs(grid.assignments.filter(({ pinned }) => pinned)) }
  const standing = { base, problem, roster: { assignments } }
  standings.set(grid, standing)
  return standing
}

const toBreach = (breach: EngineBreach): Breach => ({
  ...breach,
  employees: [...breach.employees],
  shifts: [...breach.shifts],
  justification: { ...breach.justification },
})

/** What an edit would do to the roster on the page; null where the page cannot say. `base` is the roster's problem from the server. */
export const judgePlan = (engine: Engine, base: Problem, grid: RosterGrid, diff: RosterDiff): Verdict | null => {
  const standing = standingOf(base, grid)
  if (standing === null) return null
  const { added, removed, delta } = report(engine, standing, diff)
  const stops = engine.stoppingOf(added, removed)
  const warns = engine.warningsOf(added, removed)
  const verdict = (kind: Verdict['kind'], breaches: readonly EngineBreach[]): Verdict => ({
    kind,
    breaches: breaches.toSorted((a, b) => b.penalty - a.penalty).map(toBreach),
  })
  if (stops.length > 0) return verdict('stops', stops)
  if (warns.length > 0) return verdict('warns', warns)
  if (delta.soft > 0)
    return verdict(
      'costs',
      added.filter(({ level }) => level === 'soft'),
    )
  return verdict('fine', [])
}

const report = (engine: Engine, { problem, roster }: Standing, diff: RosterDiff) => {
  const resized = new Map(diff.resized?.map(({ shiftId, to }) => [shiftId, to]))
  if (resized.size === 0) {
    const pairs = (list: RosterDiff['added']) =>
      list.map(({ employeeId, shiftId }) => ({ employee: employeeId, shift: shiftId }))
    return engine.checkChange(problem, roster, { added: pairs(diff.added), removed: pairs(diff.removed) })
  }
  // Another time is another problem: both are judged whole.
  const shifts = problem.shifts.map((shift) => {
    const to = resized.get(shift.id)
    const gained = to
      ? (Date.parse(to.end) - Date.parse(to.start) - Date.parse(shift.end) + Date.parse(shift.start)) / 60_000
      : 0
    return to ? { ...shift, ...to, paidMinutes: (shift.paidMinutes ?? 0) + gained } : shift
  })
  return engine.compareReports(
    engine.scoreRoster(problem, roster),
    engine.scoreRoster({ ...problem, shifts }, { assignments: roster.assignments }),
  )
}
