import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { employeeId, personUses, shiftIds } from '../kit/uses.ts'
import { itemsIn, judgedWindows, type WindowParams, windowFacts } from '../kit/windows.ts'

export interface MinMinutesParams extends WindowParams {
  minutes: number
}

/** Paid minutes in a period, from below; only periods whose days are all known are judged. Size: missing minutes. */
export function spec(view: RosterView, uses: RuleUses<MinMinutesParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const required = held.use.params.minutes
    for (const window of judgedWindows(frame, held.use.params, person, held, true)) {
      const items = itemsIn(frame, view.lines[person]!, window)
      const worked = items.reduce((sum, item) => sum + frame.paidMinutes[item]!, 0)
      const size = required - worked
      if (size <= 0) continue
      const justification = { ...windowFacts(frame, window), worked, required }
      breaches.push(breachOf(held.use, size, [employeeId(view, person)], shiftIds(view, items), justification))
    }
  }
  return breaches
}
