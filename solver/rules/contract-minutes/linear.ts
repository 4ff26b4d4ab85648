import { absenceCredit, absentDays, contractedMinutes } from '../kit/contract-share.ts'
import type { RuleUses } from '../kit/define-rule.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { windowMinutes } from '../kit/linear-windows.ts'
import type { ContractMinutesParams } from './spec.ts'

/** Paid minutes of each window above, and below, what the contract asks for, beyond the tolerance: the larger of two sums. */
export function linear(model: LinearModel, uses: RuleUses<ContractMinutesParams>): void {
  for (const { employee, held, window, shifts, worked } of windowMinutes(model, uses, true)) {
    const { minutes, toleranceMinutes } = held.use.params
    const full = contractedMinutes(model.frame, employee, minutes)
    const due = full - absenceCredit(full, absentDays(model.frame, employee), window.first, window.last)
    const over = worked.less(due + toleranceMinutes)
    const under = worked.less(due - toleranceMinutes).negated()
    model.charge(held.use, [employee], shifts, over, under)
  }
}
