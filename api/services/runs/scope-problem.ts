// What a run may touch: the part of a roster that was asked for. Pure.
import type { Assignment, Problem, Shift } from '../../../solver/model/problem.ts'

export interface RunScope {
  /** First and last local day that may change; open when absent. */
  fromDay?: string | undefined
  toDay?: string | undefined
  /** Only these sites may change; all when empty. */
  siteIds: readonly string[]
  /** True: what is there stays, gaps are filled. */
  keepAssignments: boolean
}

type Where = Pick<RunScope, 'fromDay' | 'toDay' | 'siteIds'>

export const isInScope = (shift: { site: string; day: string }, scope: Where): boolean =>
  (scope.fromDay === undefined || shift.day >= scope.fromDay) &&
  (scope.toDay === undefined || shift.day <= scope.toDay) &&
  (scope.siteIds.length === 0 || scope.siteIds.includes(shift.site))

/** A shift that the run leaves as it is: nobody leaves it (pins), nobody joins it (heads), and its gaps do not count. */
const freeze = (shift: Shift, heads: number): Shift => {
  const { underWeight: _under, overWeight: _over, ...rest } = shift
  return { ...rest, heads: { min: Math.min(shift.heads.min, heads), max: heads } }
}

/**
 * The problem narrowed to a scope: shifts outside it are frozen with the people they have, kept assignments are pinned.
 * `dayOf` gives a shift's local day. Ids, people and rules stay as they are, so the result fits the whole roster.
 */
export const scopeProblem = (problem: Problem, dayOf: ReadonlyMap<string, string>, scope: RunScope): Problem => {
  const assignments = problem.assignments ?? []
  const headsByShift = new Map<string, number>()
  for (const { shift } of assignments) headsByShift.set(shift, (headsByShift.get(shift) ?? 0) + 1)
  const frozen = new Set(
    problem.shifts
      .filter((shift) => !isInScope({ site: shift.site, day: dayOf.get(shift.id) ?? '' }, scope))
      .map((shift) => shift.id),
  )
  if (frozen.size === 0 && !scope.keepAssignments) return problem
  const pinned = new Set((problem.pins ?? []).map(keyOf))
  return {
    ...problem,
    shifts: problem.shifts.map((shift) =>
      frozen.has(shift.id) ? freeze(shift, headsByShift.get(shift.id) ?? 0) : shift,
    ),
    pins: assignments.filter(
      (assignment) => scope.keepAssignments || frozen.has(assignment.shift) || pinned.has(keyOf(assignment)),
    ),
  }
}

const keyOf = (assignment: Assignment): string => `${assignment.shift} ${assignment.employee}`
