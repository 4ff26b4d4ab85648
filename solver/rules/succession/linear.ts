import type { RuleUses } from '../kit/define-rule.ts'
import { chargeTwos } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import type { SuccessionParams } from './spec.ts'

/** Any two items of successive days whose types may not follow each other. */
export function linear(model: LinearModel, uses: RuleUses<SuccessionParams>): void {
  const { day, type, problem } = model.frame
  const typeOf = (item: number) => problem.shiftTypes[type[item]!]?.id
  chargeTwos(model, uses, (earlier, later, { forbidden }) =>
    day[earlier] === day[later]! - 1 &&
    forbidden.some(([before, after]) => before === typeOf(earlier) && after === typeOf(later))
      ? 1
      : 0,
  )
}
