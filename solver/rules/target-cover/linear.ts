import type { RuleUses } from '../kit/define-rule.ts'
import { chargeHeads } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'

/** Heads below the target, by the shift's weight. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  chargeHeads(model, uses, (sum, { heads, underWeight }) => sum.less(heads.target ?? 0).times(-(underWeight ?? 1)))
}
