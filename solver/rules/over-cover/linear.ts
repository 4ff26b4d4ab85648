import type { RuleUses } from '../kit/define-rule.ts'
import { chargeHeads } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'

/** Heads above what is wanted, by the shift's weight. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  chargeHeads(model, uses, (sum, { heads, overWeight }) => sum.less(heads.target ?? heads.min).times(overWeight ?? 1))
}
