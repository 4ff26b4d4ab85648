import type { RuleUses } from '../kit/define-rule.ts'
import { chargeNeighbours } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import type { ShortTurnaroundParams } from './spec.ts'

/** Two neighbours on different days: the minutes missing when both are worked and nothing between them. */
export function linear(model: LinearModel, uses: RuleUses<ShortTurnaroundParams>): void {
  const { day, start, end } = model.frame
  chargeNeighbours(model, uses, (earlier, later, { minutes }) =>
    day[earlier] === day[later] ? 0 : minutes - Math.max(0, start[later]! - end[earlier]!),
  )
}
