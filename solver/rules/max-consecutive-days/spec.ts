import type { Breach } from '../../model/outcome.ts'
import { formatDate } from '../../model/time.ts'
import { daysOf, runsOf, surplusDays } from '../kit/day-runs.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { employeeId, personUses, shiftIds } from '../kit/uses.ts'

export interface MaxConsecutiveDaysParams {
  days: number
}

/** Days worked in a row, the past included. Size: days of the period by which a run is too long. */
export function spec(view: RosterView, uses: RuleUses<MaxConsecutiveDaysParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const limit = held.use.params.days
    const line = view.lines[person]!
    for (const run of runsOf(daysOf(frame, line))) {
      const size = surplusDays(frame, run, limit, held.fromDay, held.untilDay)
      if (size === 0) continue
      const shifts = shiftIds(
        view,
        line.filter((item) => frame.day[item]! >= run.first && frame.day[item]! <= run.last),
      )
      const days = run.last - run.first + 1
      const justification = { firstDay: formatDate(frame.firstDay + run.first), days, limit }
      breaches.push(breachOf(held.use, size, [employeeId(view, person)], shifts, justification))
    }
  }
  return breaches
}
