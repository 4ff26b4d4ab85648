import type { Breach } from '../../model/outcome.ts'
import { absenceCredit, absentDays, contractedMinutes } from '../kit/contract-share.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { employeeId, personUses } from '../kit/uses.ts'
import { itemsIn, judgedWindows, windowFacts } from '../kit/windows.ts'

export interface ContractMinutesParams {
  period: 'week' | 'month' | 'roster'
  minutes: number
  toleranceMinutes: number
}

/** Distance from the contracted minutes, scaled by the share of a job and by time off. Size: minutes beyond the tolerance. */
export function spec(view: RosterView, uses: RuleUses<ContractMinutesParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const full = contractedMinutes(frame, person, held.use.params.minutes)
    const absent = absentDays(frame, person)
    for (const window of judgedWindows(frame, held.use.params, person, held, true)) {
      const contracted = full - absenceCredit(full, absent, window.first, window.last)
      const items = itemsIn(frame, view.lines[person]!, window)
      const worked = items.reduce((sum, item) => sum + frame.paidMinutes[item]!, 0)
      const size = Math.abs(worked - contracted) - held.use.params.toleranceMinutes
      if (size <= 0) continue
      const justification = { ...windowFacts(frame, window), worked, contracted }
      breaches.push(breachOf(held.use, size, [employeeId(view, person)], [], justification))
    }
  }
  return breaches
}
