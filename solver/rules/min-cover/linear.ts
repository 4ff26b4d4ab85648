import type { RuleUses } from '../kit/define-rule.ts'
import { headsOf } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'

/** Heads below the minimum, by priority. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  for (const use of uses.organisation)
    for (const shift of model.shifts) {
      const { heads, priority } = model.frame.problem.shifts[shift]!
      model.charge(
        use,
        [],
        [shift],
        headsOf(model, shift)
          .less(heads.min)
          .times(-(priority ?? 1)),
      )
    }
}
