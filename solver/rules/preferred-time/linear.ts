import type { RuleUses } from '../kit/define-rule.ts'
import { chargePairs } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { wishedMinutes } from '../kit/wishes.ts'

/** A price on the pair: minutes outside of the wished times. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  const { start, end, problem } = model.frame
  chargePairs(model, uses, (employee, shift) => {
    const wishes = (problem.employees[employee]!.preferences ?? []).filter((wish) => wish.kind === 'preferred')
    return wishes.length === 0 ? 0 : end[shift]! - start[shift]! - wishedMinutes(model.frame, shift, wishes)
  })
}
