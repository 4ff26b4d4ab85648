import type { Breach } from '../../model/outcome.ts'
import { formatDate } from '../../model/time.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { employeeId, holdsOn, personUses, shiftIds } from '../kit/uses.ts'

export interface RotationParams {
  backwardMinutes: number
  forwardMinutes: number
}

/**
 * Within a run of days work moves forward and keeps its hours: the local start of each day's first shift against the day
 * before. Size: minutes by which it is earlier, or later, than allowed.
 */
export function spec(view: RosterView, uses: RuleUses<RotationParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const firstOn = new Map<number, number>()
    for (const item of view.lines[person]!) if (!firstOn.has(frame.day[item]!)) firstOn.set(frame.day[item]!, item)
    for (const [day, item] of firstOn) {
      const before = firstOn.get(day - 1)
      if (day < 0 || before === undefined || !holdsOn(held, day)) continue
      const laterMinutes = frame.startMinuteOfDay[item]! - frame.startMinuteOfDay[before]!
      const { backwardMinutes, forwardMinutes } = held.use.params
      const size = Math.max(0, -laterMinutes - backwardMinutes, laterMinutes - forwardMinutes)
      if (size === 0) continue
      const justification = { day: formatDate(frame.firstDay + day), laterMinutes }
      breaches.push(breachOf(held.use, size, [employeeId(view, person)], shiftIds(view, [before, item]), justification))
    }
  }
  return breaches
}
