// Why shifts are open, for as many shifts as a person reads: judging everybody for every open shift of an empty roster takes
// seconds and tells nothing.
import { rankEmployees } from '../../../solver/index.ts'
import type { UnfilledShift } from '../../../solver/model/outcome.ts'
import type { Problem, Roster } from '../../../solver/model/problem.ts'

/** Shifts explained in one answer, those of higher priority and earlier start first; the others come without candidates. */
const explainedMax = 40

/** Every shift below its minimum, in the order of the problem, with the people who come nearest and what stops them. */
export const explainGaps = (problem: Problem, roster: Roster, candidatesMax: number): UnfilledShift[] => {
  const heads = new Map<string, number>()
  for (const { shift } of roster.assignments) heads.set(shift, (heads.get(shift) ?? 0) + 1)
  const gaps = problem.shifts.flatMap((shift) => {
    const missingHeads = shift.heads.min - (heads.get(shift.id) ?? 0)
    return missingHeads > 0 ? [{ shift, missingHeads }] : []
  })
  const explained = new Set(
    gaps
      .toSorted(
        (a, b) => (b.shift.priority ?? 1) - (a.shift.priority ?? 1) || a.shift.start.localeCompare(b.shift.start),
      )
      .slice(0, explainedMax)
      .map((gap) => gap.shift.id),
  )
  return gaps.map(({ shift, missingHeads }) => ({
    shift: shift.id,
    missingHeads,
    candidates: explained.has(shift.id) ? rankEmployees(problem, roster, shift.id).slice(0, candidatesMax) : [],
  }))
}
