// A run saw the roster as it was frozen; people may have edited it since. Its changes are carried over to the roster of now. Pure.
import type { RosterDiff } from '../../../solver/model/outcome.ts'
import type { Assignment, Problem } from '../../../solver/model/problem.ts'

const keyOf = ({ shift, employee }: Assignment): string => `${shift} ${employee}`
const byShift = (a: Assignment, b: Assignment): number => {
  const [left, right] = [keyOf(a), keyOf(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * What the run changed (`frozen` to `best`), less what already holds in `now` and less what speaks of shifts or people that
 * are gone. Ordered by shift and employee, so the same proposal always reads the same.
 */
export const rebaseProposal = (
  frozen: readonly Assignment[],
  best: readonly Assignment[],
  now: Problem,
): RosterDiff => {
  const before = new Set(frozen.map(keyOf))
  const after = new Set(best.map(keyOf))
  const current = new Set((now.assignments ?? []).map(keyOf))
  const shifts = new Set(now.shifts.map((shift) => shift.id))
  const employees = new Set(now.employees.map((employee) => employee.id))
  return {
    added: best
      .filter((assignment) => !before.has(keyOf(assignment)) && !current.has(keyOf(assignment)))
      .filter(({ shift, employee }) => shifts.has(shift) && employees.has(employee))
      .sort(byShift),
    removed: frozen
      .filter((assignment) => !after.has(keyOf(assignment)) && current.has(keyOf(assignment)))
      .sort(byShift),
  }
}

/** The roster of now with a diff applied. */
export const applyToNow = (now: Problem, diff: RosterDiff): readonly Assignment[] => {
  const removed = new Set(diff.removed.map(keyOf))
  return [...(now.assignments ?? []).filter((assignment) => !removed.has(keyOf(assignment))), ...diff.added]
}

export type Choice =
  | { kind: 'chosen'; diff: RosterDiff; isAll: boolean }
  /** Changes that were asked for and are no part of the proposal as it stands now. */
  | { kind: 'gone'; changes: readonly Assignment[] }

/** Picks the named changes out of a proposal; all of it when `all`. */
export const chooseChanges = (
  proposal: RosterDiff,
  wanted: { all: boolean; added: readonly Assignment[]; removed: readonly Assignment[] },
): Choice => {
  if (wanted.all) return { kind: 'chosen', diff: proposal, isAll: true }
  const added = new Set(wanted.added.map(keyOf))
  const removed = new Set(wanted.removed.map(keyOf))
  const diff = {
    added: proposal.added.filter((assignment) => added.has(keyOf(assignment))),
    removed: proposal.removed.filter((assignment) => removed.has(keyOf(assignment))),
  }
  const found = { added: new Set(diff.added.map(keyOf)), removed: new Set(diff.removed.map(keyOf)) }
  const gone = [
    ...wanted.added.filter((assignment) => !found.added.has(keyOf(assignment))),
    ...wanted.removed.filter((assignment) => !found.removed.has(keyOf(assignment))),
  ]
  if (gone.length > 0) return { kind: 'gone', changes: gone }
  const isAll = diff.added.length === proposal.added.length && diff.removed.length === proposal.removed.length
  return { kind: 'chosen', diff, isAll }
}
