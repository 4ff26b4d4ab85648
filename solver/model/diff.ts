// Two rosters of one problem compared, and the way from one to the other.
import type { RosterDiff } from './outcome.ts'
import type { Assignment, Roster } from './problem.ts'

const keyOf = (assignment: Assignment) => JSON.stringify([assignment.shift, assignment.employee])

/** Sorted by shift, then employee, each assignment once. */
export function sortRoster(assignments: readonly Assignment[]): Roster {
  const unique = new Map(assignments.map((assignment) => [keyOf(assignment), assignment]))
  const sorted = [...unique.values()].sort(
    (a, b) => compareText(a.shift, b.shift) || compareText(a.employee, b.employee),
  )
  return { assignments: sorted.map(({ employee, shift }) => ({ employee, shift })) }
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What must be added to and removed from `before` to get `after`. */
export function diffRosters(before: Roster, after: Roster): RosterDiff {
  const old = new Set(before.assignments.map(keyOf))
  const now = new Set(after.assignments.map(keyOf))
  return {
    added: sortRoster(after.assignments.filter((assignment) => !old.has(keyOf(assignment)))).assignments,
    removed: sortRoster(before.assignments.filter((assignment) => !now.has(keyOf(assignment)))).assignments,
  }
}

/** The roster after the diff; removing what is not there and adding what is there change nothing. */
export function applyDiff(roster: Roster, diff: RosterDiff): Roster {
  const gone = new Set(diff.removed.map(keyOf))
  return sortRoster([...roster.assignments.filter((assignment) => !gone.has(keyOf(assignment))), ...diff.added])
}
