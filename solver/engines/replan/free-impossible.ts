import { checkChange } from '../../judge/check-change.ts'
import type { Assignment, Problem, Roster } from '../../model/problem.ts'
import type { RosterChange } from '../../model/roster-change.ts'
import { parseInstant } from '../../model/time.ts'
import { keyOf, overlaps } from './apply-changes.ts'

export interface Freed {
  kept: Roster
  freed: readonly Assignment[]
}

/**
 * The roster without what the changes made impossible: work of people who are away, and assignments to moved shifts, or under
 * lost pins, that break a hard rule now. What began before `at` stays: it was worked.
 */
export function freeImpossible(problem: Problem, roster: Roster, changes: readonly RosterChange[], at: string): Freed {
  const shifts = new Map(problem.shifts.map((shift) => [shift.id, shift]))
  const moved = new Set(changes.flatMap((change) => (change.kind === 'shift-moved' ? [change.shift] : [])))
  const unpinned = new Set(changes.flatMap((change) => (change.kind === 'pin-lost' ? [keyOf(change)] : [])))
  const begins = ({ shift }: Assignment) => parseInstant(shifts.get(shift)!.start)!
  const isAway = ({ employee, shift }: Assignment) =>
    changes.some(
      (change) => change.kind === 'away' && change.employee === employee && overlaps(change, shifts.get(shift)!),
    )
  const ahead = roster.assignments.filter((assignment) => begins(assignment) >= parseInstant(at)!)
  const freed = ahead.filter(isAway)
  let kept: Roster = { assignments: roster.assignments.filter((assignment) => !freed.includes(assignment)) }
  for (const assignment of ahead) {
    if (freed.includes(assignment) || !(moved.has(assignment.shift) || unpinned.has(keyOf(assignment)))) continue
    if (!breaksHard(problem, kept, assignment)) continue
    freed.push(assignment)
    kept = { assignments: kept.assignments.filter((other) => other !== assignment) }
  }
  return { kept, freed }
}

/** Whether a hard rule that speaks of the shift is broken by the assignment. */
function breaksHard(problem: Problem, roster: Roster, assignment: Assignment): boolean {
  const { removed } = checkChange(problem, roster, { added: [], removed: [assignment] })
  return removed.some(({ level, shifts }) => level === 'hard' && shifts.includes(assignment.shift))
}
