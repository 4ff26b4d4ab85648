import type { Breach } from '../../model/outcome.ts'
import { formatDate, weekdayOf } from '../../model/time.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { employeeId, holdsOn, personUses, shiftIds } from '../kit/uses.ts'

export interface CompleteWeekendParams {
  weekdays: readonly number[]
}

/** All days of a weekend are worked or none, where all of them are known. Size: 1 a half weekend. */
export function spec(view: RosterView, uses: RuleUses<CompleteWeekendParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const weekdays = [...new Set(held.use.params.weekdays)]
    const last = Math.max(...weekdays)
    for (let day = 0; day < frame.days; day++) {
      if (weekdayOf(frame.firstDay + day) !== last || !holdsOn(held, day)) continue
      const days = weekdays.map((weekday) => day - last + weekday)
      if (Math.min(...days) < 0 && !frame.hasHistory[person]) continue
      const items = view.lines[person]!.filter((item) => days.includes(frame.day[item]!))
      const worked = new Set(items.map((item) => frame.day[item]!)).size
      if (worked === 0 || worked === days.length) continue
      const justification = {
        firstDay: formatDate(frame.firstDay + Math.min(...days)),
        lastDay: formatDate(frame.firstDay + day),
        worked,
        days: days.length,
      }
      breaches.push(breachOf(held.use, 1, [employeeId(view, person)], shiftIds(view, items), justification))
    }
  }
  return breaches
}
