// What a repair mends: found in the roster as it stands. Pure.
import { scoreRoster } from '../../../solver/index.ts'
import type { Assignment, Problem } from '../../../solver/model/problem.ts'
import type { Repair } from '../../../solver/model/roster-change.ts'
import { isInScope, type RunScope } from './scope-problem.ts'

export interface RepairScope extends Pick<RunScope, 'fromDay' | 'toDay' | 'siteIds'> {
  /** Only these shifts and the shifts of these people; everything when both are empty. */
  shiftIds: readonly string[]
  employeeIds: readonly string[]
}

const keyOf = ({ shift, employee }: Assignment): string => `${shift} ${employee}`

/**
 * The problem to be mended and what is to be mended in it, of shifts that begin at `at` or later: shifts that lack people, and
 * assignments that break a hard rule. What is pinned stays, unless the person cannot be there: that pin is given up.
 * `dayOf` gives a shift's local day.
 */
export const findRepairs = (
  problem: Problem,
  dayOf: ReadonlyMap<string, string>,
  at: Date,
  scope: RepairScope,
): { problem: Problem; repair: Repair } => {
  const assignments = problem.assignments ?? []
  const instant = at.toISOString()
  const ahead = problem.shifts.filter(({ id, site, start }) => {
    const shift = { site, day: dayOf.get(id) ?? '' }
    return new Date(start) >= at && isInScope(shift, scope)
  })
  const shifts = new Set(ahead.map(({ id }) => id))
  const [onlyShifts, onlyPeople] = [new Set(scope.shiftIds), new Set(scope.employeeIds)]
  const isAsked = ({ shift, employee }: { shift: string; employee?: string }) =>
    (onlyShifts.size === 0 && onlyPeople.size === 0) ||
    onlyShifts.has(shift) ||
    (employee !== undefined && onlyPeople.has(employee))
  const broken = brokenIn(problem, assignments).filter(
    ({ assignment }) => shifts.has(assignment.shift) && isAsked(assignment),
  )
  const heads = new Map<string, number>()
  for (const { shift } of assignments) heads.set(shift, (heads.get(shift) ?? 0) + 1)
  const open = ahead.filter((shift) => (heads.get(shift.id) ?? 0) < shift.heads.min && isAsked({ shift: shift.id }))
  const lost = new Set(broken.filter(({ isAway }) => isAway).map(({ assignment }) => keyOf(assignment)))
  return {
    problem: { ...problem, pins: (problem.pins ?? []).filter((pin) => !lost.has(keyOf(pin))) },
    repair: {
      at: instant,
      changes: [
        ...open.map(({ id }) => ({ kind: 'shift-open' as const, shift: id })),
        ...broken.map(({ assignment }) => ({ kind: 'pin-lost' as const, ...assignment })),
      ],
    },
  }
}

/** Assignments that hard breaches name, each once, without what is pinned and possible. */
const brokenIn = (problem: Problem, assignments: readonly Assignment[]) => {
  const held = new Set(assignments.map(keyOf))
  const pinned = new Set((problem.pins ?? []).map(keyOf))
  const found = new Map<string, { assignment: Assignment; isAway: boolean }>()
  for (const { rule, level, employees, shifts } of scoreRoster(problem, { assignments }).breaches) {
    if (level !== 'hard') continue
    const isAway = rule === 'unavailable'
    for (const assignment of employees.flatMap((employee) => shifts.map((shift) => ({ employee, shift })))) {
      const key = keyOf(assignment)
      if (!held.has(key) || (pinned.has(key) && !isAway)) continue
      found.set(key, { assignment, isAway: isAway || (found.get(key)?.isAway ?? false) })
    }
  }
  return [...found.values()]
}
