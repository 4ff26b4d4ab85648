import type { Breach } from '../../model/outcome.ts'
import { formatDate } from '../../model/time.ts'
import { daysOf, runsOf } from '../kit/day-runs.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { isNight, type NightParams } from '../kit/nights.ts'
import { employeeId, holdsOn, personUses, shiftIds } from '../kit/uses.ts'

export interface MinDaysOffAfterNightsParams extends NightParams {
  days: number
  nightsMin: number
}

/**
 * Free days between the last night of a run and the next day with work, on which the setting must hold; a night belongs to
 * the day it starts on. What follows the period is unknown and judged free. Size: missing days.
 */
export function spec(view: RosterView, uses: RuleUses<MinDaysOffAfterNightsParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const { days: required, nightsMin } = held.use.params
    const line = view.lines[person]!
    const worked = daysOf(frame, line)
    const nights = line.filter((item) => isNight(frame, item, held.use.params))
    for (const run of runsOf(daysOf(frame, nights))) {
      const next = worked.find((day) => day > run.last)
      if (next === undefined || next < 0 || run.last - run.first + 1 < nightsMin || !holdsOn(held, next)) continue
      const free = next - run.last - 1
      if (free >= required) continue
      const around = line.filter((item) => frame.day[item] === run.last || frame.day[item] === next)
      const justification = {
        lastNight: formatDate(frame.firstDay + run.last),
        nights: run.last - run.first + 1,
        days: free,
        required,
      }
      breaches.push(
        breachOf(held.use, required - free, [employeeId(view, person)], shiftIds(view, around), justification),
      )
    }
  }
  return breaches
}
