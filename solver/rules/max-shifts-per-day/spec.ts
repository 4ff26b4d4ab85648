import type { Breach } from '../../model/outcome.ts'
import { formatDate } from '../../model/time.ts'
import { daysOf } from '../kit/day-runs.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { employeeId, holdsOn, personUses, shiftIds } from '../kit/uses.ts'

export interface MaxShiftsPerDayParams {
  shifts: number
}

/** So many shifts start on one local day. Size: surplus shifts. */
export function spec(view: RosterView, uses: RuleUses<MaxShiftsPerDayParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const limit = held.use.params.shifts
    for (const day of daysOf(frame, view.lines[person]!)) {
      if (day < 0 || !holdsOn(held, day)) continue
      const items = view.lines[person]!.filter((item) => frame.day[item] === day)
      if (items.length <= limit) continue
      const justification = { day: formatDate(frame.firstDay + day), count: items.length, limit }
      breaches.push(
        breachOf(held.use, items.length - limit, [employeeId(view, person)], shiftIds(view, items), justification),
      )
    }
  }
  return breaches
}
