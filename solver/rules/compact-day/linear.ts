import type { RuleUses } from '../kit/define-rule.ts'
import { chargeNeighbours } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import type { CompactDayParams } from './spec.ts'

/** Two neighbours of one day: the minutes of their gap beyond the free ones, when nothing is worked between them. */
export function linear(model: LinearModel, uses: RuleUses<CompactDayParams>): void {
  const { day, start, end } = model.frame
  chargeNeighbours(model, uses, (earlier, later, { freeMinutes }) =>
    day[earlier] === day[later] ? start[later]! - end[earlier]! - freeMinutes : 0,
  )
}
