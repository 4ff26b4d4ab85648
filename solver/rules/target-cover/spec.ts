import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'

/** Heads below the target, where a shift has one. Size: missing heads, each by the shift's underWeight. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const breaches: Breach[] = []
  for (const use of uses.organisation)
    for (const index of view.shifts) {
      const shift = view.frame.problem.shifts[index]!
      const heads = view.heads[index]!
      const missing = (shift.heads.target ?? 0) - heads
      if (missing <= 0) continue
      const size = missing * (shift.underWeight ?? 1)
      if (size > 0)
        breaches.push(breachOf(use, size, [], [shift.id], { target: shift.heads.target ?? 0, heads, missing }))
    }
  return breaches
}
