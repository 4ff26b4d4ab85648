import type { RuleUses } from '../kit/define-rule.ts'
import { chargePairs } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'

/** A price on the pair. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  const { employees, shifts } = model.frame.problem
  chargePairs(model, uses, (employee, shift) => {
    const { sites } = employees[employee]!
    return sites === undefined || sites.includes(shifts[shift]!.site) ? 0 : 1
  })
}
