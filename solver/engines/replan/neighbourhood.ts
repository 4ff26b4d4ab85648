// The part of a roster that replanning may touch. Everything outside is pinned as it is, nobody joins it, and its gaps do
// not count: they were there before.
import { frameOf } from '../../model/frame.ts'
import type { Problem, Roster, Shift } from '../../model/problem.ts'
import { parseInstant } from '../../model/time.ts'

export interface Reach {
  /** Shifts whose gaps are to be closed. */
  gaps: ReadonlyMap<string, number>
  /** Days around the gaps in which assignments may move; null for all of what has not begun. */
  days: number | null
  /** What began before this instant stays. */
  at: string
}

/** The problem as it stands around a roster, narrowed to a reach. Pins of the problem hold everywhere. */
export function narrowProblem(problem: Problem, roster: Roster, reach: Reach): Problem {
  const frame = frameOf(problem)
  const at = parseInstant(reach.at)!
  const gapDays = problem.shifts.flatMap(({ id }, shift) => (reach.gaps.has(id) ? [frame.day[shift]!] : []))
  const isFree = problem.shifts.map(
    ({ id }, shift) =>
      frame.start[shift]! >= at &&
      (reach.gaps.has(id) ||
        reach.days === null ||
        gapDays.some((day) => Math.abs(day - frame.day[shift]!) <= reach.days!)),
  )
  const heads = headsOf(roster)
  const shifts = problem.shifts.map((shift, index) => {
    if (reach.gaps.has(shift.id) && isFree[index]) return shift
    return isFree[index] ? asFull(shift, heads.get(shift.id) ?? 0) : asFrozen(shift, heads.get(shift.id) ?? 0)
  })
  const frozen = roster.assignments.filter(({ shift }) => !isFree[frame.shiftIndex.get(shift)!])
  return { ...problem, shifts, pins: [...(problem.pins ?? []), ...frozen] }
}

/** Nobody leaves (pins) or joins. */
function asFrozen({ underWeight: _under, overWeight: _over, ...shift }: Shift, heads: number): Shift {
  return { ...shift, heads: { min: Math.min(shift.heads.min, heads), max: heads } }
}

/** People may take turns, but a gap that was there before is no reason to move anyone. */
function asFull(shift: Shift, heads: number): Shift {
  const { min, target, max } = shift.heads
  return {
    ...shift,
    heads: {
      min: Math.min(min, heads),
      ...(target !== undefined && { target: Math.max(Math.min(min, heads), Math.min(target, heads)) }),
      ...(max !== undefined && { max }),
    },
  }
}

/** Heads by shift id. */
export function headsOf(roster: Roster): Map<string, number> {
  const heads = new Map<string, number>()
  for (const { shift } of roster.assignments) heads.set(shift, (heads.get(shift) ?? 0) + 1)
  return heads
}
