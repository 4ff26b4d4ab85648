import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'

/** An optional shift left empty. Size: the shift's priority. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const breaches: Breach[] = []
  for (const use of uses.organisation)
    for (const index of view.shifts) {
      const shift = view.frame.problem.shifts[index]!
      if (!shift.optional || view.heads[index]! > 0) continue
      const priority = shift.priority ?? 1
      breaches.push(breachOf(use, priority, [], [shift.id], { priority, target: shift.heads.target ?? 0 }))
    }
  return breaches
}
