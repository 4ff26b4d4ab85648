import type { RuleUses } from '../kit/define-rule.ts'
import { dayBits } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { chargeLongRuns } from '../kit/linear-runs.ts'
import { isNight } from '../kit/nights.ts'
import { personUses } from '../kit/uses.ts'
import type { MaxConsecutiveNightsParams } from './spec.ts'

/** Every night that comes after as many days with a night as are allowed. */
export function linear(model: LinearModel, uses: RuleUses<MaxConsecutiveNightsParams>): void {
  for (const [employee, held] of personUses(model, uses)) {
    const nightOn = dayBits(model, employee, (item) => isNight(model.frame, item, held.use.params))
    chargeLongRuns(model, employee, held, held.use.params.nights, nightOn)
  }
}
