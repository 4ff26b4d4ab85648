import type { RuleUses } from '../kit/define-rule.ts'
import { dayBits } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { chargeLongRuns } from '../kit/linear-runs.ts'
import { personUses } from '../kit/uses.ts'
import type { MaxConsecutiveDaysParams } from './spec.ts'

/** Every day that comes after as many worked days as are allowed. */
export function linear(model: LinearModel, uses: RuleUses<MaxConsecutiveDaysParams>): void {
  for (const [employee, held] of personUses(model, uses))
    chargeLongRuns(model, employee, held, held.use.params.days, dayBits(model, employee))
}
