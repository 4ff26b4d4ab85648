import type { RuleUses } from '../kit/define-rule.ts'
import { chargeHeads } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'

/** Heads below the minimum, by priority. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  chargeHeads(model, uses, (sum, { heads, priority }) => sum.less(heads.min).times(-(priority ?? 1)))
}
