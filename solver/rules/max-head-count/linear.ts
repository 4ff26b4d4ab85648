import type { RuleUses } from '../kit/define-rule.ts'
import { headsOf } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'

/** Heads above the most a shift holds. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  for (const use of uses.organisation)
    for (const shift of model.shifts) {
      const { max } = model.frame.problem.shifts[shift]!.heads
      if (max !== undefined) model.charge(use, [], [shift], headsOf(model, shift).less(max))
    }
}
