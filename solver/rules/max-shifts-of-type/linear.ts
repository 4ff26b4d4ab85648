import type { RuleUses } from '../kit/define-rule.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { countIn } from '../kit/linear-windows.ts'
import { personUses } from '../kit/uses.ts'
import { judgedWindows } from '../kit/windows.ts'
import type { MaxShiftsOfTypeParams } from './spec.ts'

/** Shifts (or days) of each window, less the limit. */
export function linear(model: LinearModel, uses: RuleUses<MaxShiftsOfTypeParams>): void {
  for (const [employee, held] of personUses(model, uses))
    for (const limit of held.use.params.limits)
      for (const window of judgedWindows(model.frame, limit, employee, held, false)) {
        const { count, shifts } = countIn(model, employee, window, limit)
        model.charge(held.use, [employee], shifts, count.less(limit.max))
      }
}
