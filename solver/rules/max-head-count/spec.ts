import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'

/** No more people than a shift may hold. Size: surplus heads. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const breaches: Breach[] = []
  for (const use of uses.organisation)
    for (const index of view.shifts) {
      const shift = view.frame.problem.shifts[index]!
      const heads = view.heads[index]!
      if (shift.heads.max === undefined || heads <= shift.heads.max) continue
      breaches.push(breachOf(use, heads - shift.heads.max, [], [shift.id], { heads, limit: shift.heads.max }))
    }
  return breaches
}
