import type { RuleUses } from '../kit/define-rule.ts'
import { headsOf } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'

/** Heads below the target, by the shift's weight. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  for (const use of uses.organisation)
    for (const shift of model.shifts) {
      const { heads, underWeight } = model.frame.problem.shifts[shift]!
      model.charge(
        use,
        [],
        [shift],
        headsOf(model, shift)
          .less(heads.target ?? 0)
          .times(-(underWeight ?? 1)),
      )
    }
}
