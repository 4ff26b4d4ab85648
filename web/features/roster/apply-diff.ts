// The optimistic side of a hand edit: the roster as it will look when the server agrees. Pure.
import type { AssignmentChangeResult, Breach, GridAssignment, RosterEditResult, RosterGrid } from '../../api/types.ts'
import { pairKey, type RosterDiff } from '../../store/roster-diff.ts'
import { resizeShifts } from './resize-shift.ts'

/** Applies a diff to what the page shows: people, shifts' times and each person's scheduled minutes. Breaches wait for the server. */
export const applyDiff = (before: RosterGrid, diff: RosterDiff, newId: () => string): RosterGrid => {
  const grid = resizeShifts(before, diff.resized ?? [])
  const removed = new Set(diff.removed.map(pairKey))
  const present = new Set(grid.assignments.map(pairKey))
  const gone = grid.assignments.filter((one) => removed.has(pairKey(one)))
  const fresh: GridAssignment[] = diff.added
    .filter((pair) => !present.has(pairKey(pair)))
    .map((pair) => ({ id: newId(), ...pair, pinned: false }))
  const pinned = new Set(diff.pinned?.map(pairKey))
  const unpinned = new Set(diff.unpinned?.map(pairKey))
  const withPin = (one: GridAssignment): GridAssignment => {
    const wanted = pinned.has(pairKey(one)) || (one.pinned && !unpinned.has(pairKey(one)))
    return wanted === one.pinned ? one : { ...one, pinned: wanted }
  }
  const minutes = new Map(grid.shifts.map((shift) => [shift.id, shift.paidMinutes]))
  const delta = new Map<string, number>()
  for (const one of gone) delta.set(one.employeeId, (delta.get(one.employeeId) ?? 0) - (minutes.get(one.shiftId) ?? 0))
  for (const one of fresh) delta.set(one.employeeId, (delta.get(one.employeeId) ?? 0) + (minutes.get(one.shiftId) ?? 0))
  return {
    ...grid,
    assignments: [...grid.assignments.filter((one) => !removed.has(pairKey(one))), ...fresh].map(withPin),
    employees: grid.employees.map((employee) => {
      const change = delta.get(employee.id)
      return change ? { ...employee, scheduledMinutes: employee.scheduledMinutes + change } : employee
    }),
  }
}

const breachKey = (breach: Breach): string =>
  `${breach.rule}|${breach.size}|${[...breach.employees].sort().join()}|${[...breach.shifts].sort().join()}`

/** Brings the server's judgement of an edit into the page: version, score, breaches gone and breaches new. */
export const applyResult = (grid: RosterGrid, result: AssignmentChangeResult | RosterEditResult): RosterGrid => {
  const removed = new Set(result.removed.map(breachKey))
  const shifts = new Map('shifts' in result ? result.shifts.map((shift) => [shift.id, shift]) : [])
  return {
    ...grid,
    shifts: grid.shifts.map((shift) => shifts.get(shift.id) ?? shift),
    roster: { ...grid.roster, version: Math.max(grid.roster.version, result.rosterVersion) },
    score: {
      hard: grid.score.hard + result.delta.hard,
      medium: grid.score.medium + result.delta.medium,
      soft: grid.score.soft + result.delta.soft,
    },
    breaches: [...grid.breaches.filter((breach) => !removed.has(breachKey(breach))), ...result.added],
  }
}
