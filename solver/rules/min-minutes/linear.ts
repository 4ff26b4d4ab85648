import type { RuleUses } from '../kit/define-rule.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { windowMinutes } from '../kit/linear-windows.ts'
import type { MinMinutesParams } from './spec.ts'

/** The limit, less the paid minutes of each window. */
export function linear(model: LinearModel, uses: RuleUses<MinMinutesParams>): void {
  for (const { employee, held, shifts, worked } of windowMinutes(model, uses, true))
    model.charge(held.use, [employee], shifts, worked.less(held.use.params.minutes).negated())
}
