import type { Breach } from '../../model/outcome.ts'
import { formatDate } from '../../model/time.ts'
import { daysOf, runsOf, surplusDays } from '../kit/day-runs.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { isNight, type NightParams } from '../kit/nights.ts'
import { employeeId, personUses, shiftIds } from '../kit/uses.ts'

export interface MaxConsecutiveNightsParams extends NightParams {
  nights: number
}

/** Days with a night shift in a row, the past included. Size: nights of the period by which a run is too long. */
export function spec(view: RosterView, uses: RuleUses<MaxConsecutiveNightsParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const limit = held.use.params.nights
    const nights = view.lines[person]!.filter((item) => isNight(frame, item, held.use.params))
    for (const run of runsOf(daysOf(frame, nights))) {
      const size = surplusDays(frame, run, limit, held.fromDay, held.untilDay)
      if (size === 0) continue
      const shifts = shiftIds(
        view,
        nights.filter((item) => frame.day[item]! >= run.first && frame.day[item]! <= run.last),
      )
      const justification = {
        firstDay: formatDate(frame.firstDay + run.first),
        nights: run.last - run.first + 1,
        limit,
      }
      breaches.push(breachOf(held.use, size, [employeeId(view, person)], shifts, justification))
    }
  }
  return breaches
}
