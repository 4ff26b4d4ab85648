import type { RuleUses } from '../kit/define-rule.ts'
import { chargePairs } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { wishedMinutes } from '../kit/wishes.ts'

/** A price on the pair: minutes inside of the wished times. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  const { problem } = model.frame
  chargePairs(model, uses, (employee, shift) => {
    const wishes = (problem.employees[employee]!.preferences ?? []).filter((wish) => wish.kind === 'unpreferred')
    return wishedMinutes(model.frame, shift, wishes)
  })
}
