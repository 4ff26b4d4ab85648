// Does a change of assignments fit the roster and its rules? Pure.
import { checkChange, stoppingOf } from '../../../solver/index.ts'
import type { Breach, RosterDiff, Score } from '../../../solver/model/outcome.ts'
import type { Assignment, Problem } from '../../../solver/model/problem.ts'

export type Misfit =
  | { kind: 'unknown-shift'; id: string }
  | { kind: 'unknown-employee'; id: string }
  | { kind: 'assigned-already'; assignment: Assignment }
  | { kind: 'not-assigned'; assignment: Assignment }

export type Judgement =
  | { kind: 'misfit'; misfit: Misfit }
  /** `stopping` are the hard breaches that the change brings or makes worse; with any, it is refused. */
  | {
      kind: 'judged'
      delta: Score
      added: readonly Breach[]
      removed: readonly Breach[]
      stopping: readonly Breach[]
    }

const keyOf = ({ shift, employee }: Assignment): string => `${shift} ${employee}`

/** The first thing in which the change does not fit the problem and its assignments. */
export const findMisfit = (problem: Problem, diff: RosterDiff): Misfit | null => {
  const now = new Set((problem.assignments ?? []).map(keyOf))
  const shifts = new Set(problem.shifts.map((shift) => shift.id))
  const employees = new Set(problem.employees.map((employee) => employee.id))
  const removed = new Set(diff.removed.map(keyOf))
  for (const assignment of diff.removed) {
    if (!now.has(keyOf(assignment))) return { kind: 'not-assigned', assignment }
  }
  for (const assignment of diff.added) {
    if (!shifts.has(assignment.shift)) return { kind: 'unknown-shift', id: assignment.shift }
    if (!employees.has(assignment.employee)) return { kind: 'unknown-employee', id: assignment.employee }
    const isThere = now.has(keyOf(assignment)) && !removed.has(keyOf(assignment))
    if (isThere) return { kind: 'assigned-already', assignment }
  }
  return null
}

/**
 * Judges a change against the problem as it stands (`problem.assignments`). Taking a pinned person off is a decision of a
 * person, so the pins of removed assignments do not speak against it.
 */
export const judgeChange = (problem: Problem, diff: RosterDiff): Judgement => {
  const assignments = problem.assignments ?? []
  const misfit = findMisfit(problem, diff)
  if (misfit !== null) return { kind: 'misfit', misfit }
  const removedKeys = new Set(diff.removed.map(keyOf))
  const judged: Problem = { ...problem, pins: (problem.pins ?? []).filter((pin) => !removedKeys.has(keyOf(pin))) }
  const { delta, added, removed } = checkChange(judged, { assignments }, diff)
  return { kind: 'judged', delta, added, removed, stopping: stoppingOf(added, removed) }
}
