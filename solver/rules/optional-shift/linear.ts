import type { RuleUses } from '../kit/define-rule.ts'
import { headsOf } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'

/** An optional shift that no head is on. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  for (const use of uses.organisation)
    for (const shift of model.shifts) {
      const { optional, priority } = model.frame.problem.shifts[shift]!
      if (optional)
        model.charge(
          use,
          [],
          [shift],
          headsOf(model, shift)
            .less(1)
            .times(-(priority ?? 1)),
        )
    }
}
