import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'

/** Heads above the target (the minimum where there is none). Size: surplus heads, each by the shift's overWeight. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const breaches: Breach[] = []
  for (const use of uses.organisation)
    for (const index of view.shifts) {
      const shift = view.frame.problem.shifts[index]!
      const heads = view.heads[index]!
      const wanted = shift.heads.target ?? shift.heads.min
      const surplus = heads - wanted
      if (surplus <= 0) continue
      const size = surplus * (shift.overWeight ?? 1)
      if (size > 0) breaches.push(breachOf(use, size, [], [shift.id], { wanted, heads, surplus }))
    }
  return breaches
}
