import type { Breach } from '../../model/outcome.ts'
import { formatDate } from '../../model/time.ts'
import { daysOf, runsOf } from '../kit/day-runs.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import type { RunMinimumParams } from '../kit/run-minimum.ts'
import { employeeId, holdsOn, personUses, shiftIds } from '../kit/uses.ts'

/** No isolated work: a run of worked days is at least so long. Size: missing days. */
export function spec(view: RosterView, uses: RuleUses<RunMinimumParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const { days: required, borders } = held.use.params
    const line = view.lines[person]!
    for (const { first, last } of runsOf(daysOf(frame, line))) {
      const mayGoOn = last === frame.days - 1 || (first === 0 && !frame.hasHistory[person])
      const length = last - first + 1
      const wasOver = last < -1
      if (wasOver || length >= required || (mayGoOn && borders === 'open')) continue
      if (!holdsOn(held, Math.max(0, last))) continue
      const shifts = shiftIds(
        view,
        line.filter((item) => frame.day[item]! >= first && frame.day[item]! <= last),
      )
      const justification = { firstDay: formatDate(frame.firstDay + first), days: length, required }
      breaches.push(breachOf(held.use, required - length, [employeeId(view, person)], shifts, justification))
    }
  }
  return breaches
}
