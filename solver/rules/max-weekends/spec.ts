import type { Breach } from '../../model/outcome.ts'
import { formatDate } from '../../model/time.ts'
import { daysOf } from '../kit/day-runs.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { employeeId, holdsOn, personUses } from '../kit/uses.ts'
import { lastWeekendDay, periodAnchor, weekendOf, weekendPeriod } from '../kit/weekends.ts'

export interface MaxWeekendsParams {
  weekends: number
  period: 'roster' | 'month'
  weekdays: readonly number[]
}

/** Weekends with work, the first days of one that began before the period included. Size: surplus weekends. */
export function spec(view: RosterView, uses: RuleUses<MaxWeekendsParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const { weekends: limit, period: kind, weekdays } = held.use.params
    const byPeriod = new Map<number, Set<number>>()
    for (const day of daysOf(frame, view.lines[person]!)) {
      const weekend = weekendOf(frame, day, weekdays)
      const period = weekend === null ? null : weekendPeriod(frame, weekend, weekdays, kind)
      if (weekend === null || period === null) continue
      byPeriod.set(period, (byPeriod.get(period) ?? new Set()).add(weekend))
    }
    for (const [period, worked] of byPeriod) {
      const anchor = periodAnchor(frame, period, kind)
      if (worked.size <= limit || anchor < 0 || !holdsOn(held, anchor)) continue
      const dates = [...worked].map((weekend) => formatDate(frame.firstDay + lastWeekendDay(frame, weekend, weekdays)))
      const justification = { weekends: dates, count: worked.size, limit }
      breaches.push(breachOf(held.use, worked.size - limit, [employeeId(view, person)], [], justification))
    }
  }
  return breaches
}
