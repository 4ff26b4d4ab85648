import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'

/** Every shift has its minimum of people. Size: missing heads times the shift's priority. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const breaches: Breach[] = []
  for (const use of uses.organisation)
    for (const index of view.shifts) {
      const shift = view.frame.problem.shifts[index]!
      const heads = view.heads[index]!
      const missing = shift.heads.min - heads
      if (missing <= 0) continue
      const justification = { needed: shift.heads.min, heads, missing, priority: shift.priority ?? 1 }
      breaches.push(breachOf(use, missing * (shift.priority ?? 1), [], [shift.id], justification))
    }
  return breaches
}
