import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { employeeId, personUses, shiftIds } from '../kit/uses.ts'
import { itemsIn, judgedWindows, type WindowParams, windowFacts } from '../kit/windows.ts'

export interface MaxMinutesParams extends WindowParams {
  minutes: number
}

/** Paid minutes in a day, week, month, roster or rolling window. Size: surplus minutes. */
export function spec(view: RosterView, uses: RuleUses<MaxMinutesParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const limit = held.use.params.minutes
    for (const window of judgedWindows(frame, held.use.params, person, held, false)) {
      const items = itemsIn(frame, view.lines[person]!, window)
      const worked = items.reduce((sum, item) => sum + frame.paidMinutes[item]!, 0)
      const size = worked - limit
      if (size <= 0) continue
      const justification = { ...windowFacts(frame, window), worked, limit }
      breaches.push(breachOf(held.use, size, [employeeId(view, person)], shiftIds(view, items), justification))
    }
  }
  return breaches
}
