import type { Assignment, Problem, Roster, Shift, Span } from '../../model/problem.ts'
import type { RosterChange } from '../../model/roster-change.ts'
import { parseInstant } from '../../model/time.ts'

export interface Changed {
  problem: Problem
  /** The published roster without shifts that are gone. */
  roster: Roster
  /** Shifts that somebody must be found for: open, new and moved ones. */
  touched: ReadonlySet<string>
}

/** The problem after the changes. Nothing is checked: what does not fit is for validation to name. */
export function applyChanges(problem: Problem, published: Roster, changes: readonly RosterChange[]): Changed {
  const away = Map.groupBy(
    changes.filter((change) => change.kind === 'away'),
    ({ employee }) => employee,
  )
  const moved = new Map(changes.flatMap((change) => (change.kind === 'shift-moved' ? [[change.shift, change]] : [])))
  const gone = new Set(changes.flatMap((change) => (change.kind === 'shift-removed' ? [change.shift] : [])))
  const open = changes.flatMap((change) => (change.kind === 'shift-open' ? [change.shift] : []))
  const fresh = changes.flatMap((change) => (change.kind === 'shift-added' ? [change.shift] : []))
  const lost = new Set(changes.flatMap((change) => (change.kind === 'pin-lost' ? [keyOf(change)] : [])))
  const stays = (assignment: Assignment) => !gone.has(assignment.shift)
  const shifts: Shift[] = [...problem.shifts.filter(({ id }) => !gone.has(id)), ...fresh].map((shift) => {
    const to = moved.get(shift.id)
    return to ? { ...shift, start: to.start, end: to.end } : shift
  })
  const shiftOf = new Map(shifts.map((shift) => [shift.id, shift]))
  /** Somebody who is away cannot be pinned there. */
  const isPossible = ({ employee, shift }: Assignment) => {
    const work = shiftOf.get(shift)
    return !work || !(away.get(employee) ?? []).some((span) => overlaps(span, work))
  }
  const employees = problem.employees.map((employee) => {
    const spans = (away.get(employee.id) ?? []).map(({ start, end }) => ({ kind: 'unavailable' as const, start, end }))
    const requests = employee.requests?.filter(({ shift }) => shift === undefined || !gone.has(shift))
    return {
      ...employee,
      ...(spans.length > 0 && { unavailable: [...(employee.unavailable ?? []), ...spans] }),
      ...(requests && { requests }),
    }
  })
  return {
    problem: {
      ...problem,
      shifts,
      employees,
      ...(problem.pins && {
        pins: problem.pins.filter((pin) => stays(pin) && !lost.has(keyOf(pin)) && isPossible(pin)),
      }),
      ...(problem.assignments && { assignments: problem.assignments.filter(stays) }),
    },
    roster: { assignments: published.assignments.filter(stays) },
    touched: new Set([...open, ...fresh.map(({ id }) => id), ...moved.keys()]),
  }
}

/** Whether two spans share a minute. Malformed instants share nothing. */
export function overlaps(a: Span, b: Span): boolean {
  const [start, end] = [parseInstant(a.start), parseInstant(a.end)]
  const [otherStart, otherEnd] = [parseInstant(b.start), parseInstant(b.end)]
  if (start === null || end === null || otherStart === null || otherEnd === null) return false
  return start < otherEnd && otherStart < end
}

export const keyOf = ({ employee, shift }: Assignment): string => JSON.stringify([employee, shift])
