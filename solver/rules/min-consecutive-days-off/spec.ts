import type { Breach } from '../../model/outcome.ts'
import { formatDate } from '../../model/time.ts'
import { daysOf, runsOf } from '../kit/day-runs.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import type { RunMinimumParams } from '../kit/run-minimum.ts'
import { employeeId, holdsOn, personUses } from '../kit/uses.ts'

/** A run of free days is at least so long. Size: missing days. Before a known past that holds no work, a person was free. */
export function spec(view: RosterView, uses: RuleUses<RunMinimumParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const { days: required, borders } = held.use.params
    const worked = runsOf(daysOf(frame, view.lines[person]!))
    const freeFirsts = [frame.hasHistory[person] ? -Infinity : 0, ...worked.map((run) => run.last + 1)]
    const freeLasts = [...worked.map((run) => run.first - 1), frame.days - 1]
    freeFirsts.forEach((first, index) => {
      const last = freeLasts[index]!
      const length = last - first + 1
      const touchesBorder = index === 0 || last === frame.days - 1
      if (length <= 0 || length >= required || last < -1 || (touchesBorder && borders === 'open')) return
      if (!holdsOn(held, Math.max(0, last))) return
      const justification = { firstDay: formatDate(frame.firstDay + first), days: length, required }
      breaches.push(breachOf(held.use, required - length, [employeeId(view, person)], [], justification))
    })
  }
  return breaches
}
