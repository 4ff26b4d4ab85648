// Dated wishes become requests of the model: on or against a day, a type on a day, or single shifts.
import type { Request } from '../../../solver/model/problem.ts'
import { addDays, localDaysOf, startOfDay } from './local-time.ts'
import type { AvailabilityRow, EmployeeRow, PlanningRows, ShiftRow } from './planning-rows.ts'

const overlaps = (shift: ShiftRow, wish: AvailabilityRow): boolean =>
  shift.startsAt.getTime() < wish.endsAt.getTime() && wish.startsAt.getTime() < shift.endsAt.getTime()

/** Wishes of one local day. A wish about part of a day against work becomes one request for each shift it concerns. */
const requestsOfDay = (wish: AvailabilityRow, day: string, rows: PlanningRows): Request[] => {
  const { weight, shiftTypeId } = wish
  const isOn = wish.kind === 'request-on' || wish.kind === 'preferred'
  const start = startOfDay(day, rows.roster.zone)
  const end = startOfDay(addDays(day, 1), rows.roster.zone)
  const isWholeDay = wish.startsAt.getTime() <= start.getTime() && wish.endsAt.getTime() >= end.getTime()
  if (shiftTypeId !== null || isWholeDay || wish.kind === 'request-on') {
    return [{ kind: isOn ? 'on' : 'off', weight, day, ...(shiftTypeId !== null && { type: shiftTypeId }) }]
  }
  // "Rather in these hours" speaks against the day's shifts outside them; "rather not" against those inside.
  return rows.shifts
    .filter((shift) => shift.day === day && overlaps(shift, wish) !== isOn)
    .map((shift) => ({ kind: 'off', weight, shift: shift.id }))
}

/** Requests of one employee for days of the period; a wish stated twice counts once, with its larger weight. */
export const buildRequests = (employee: EmployeeRow, rows: PlanningRows): Request[] => {
  const { roster } = rows
  const end = addDays(roster.start, roster.days)
  const requests = new Map<string, Request>()
  for (const wish of rows.availability) {
    if (wish.employeeId !== employee.id || wish.kind === 'unavailable' || wish.kind === 'available') continue
    for (const day of localDaysOf(wish.startsAt, wish.endsAt, roster.zone)) {
      if (day < roster.start || day >= end) continue
      for (const request of requestsOfDay(wish, day, rows)) {
        const key = [request.kind, request.shift ?? '', request.day ?? '', request.type ?? ''].join(' ')
        const known = requests.get(key)
        if (known === undefined || known.weight < request.weight) requests.set(key, request)
      }
    }
  }
  return [...requests.values()]
}
