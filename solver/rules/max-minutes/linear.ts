import type { RuleUses } from '../kit/define-rule.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { windowMinutes } from '../kit/linear-windows.ts'
import type { MaxMinutesParams } from './spec.ts'

/** Paid minutes of each window, less the limit. */
export function linear(model: LinearModel, uses: RuleUses<MaxMinutesParams>): void {
  for (const { employee, held, shifts, worked } of windowMinutes(model, uses, false))
    model.charge(held.use, [employee], shifts, worked.less(held.use.params.minutes))
}
