import type { RuleUses } from '../kit/define-rule.ts'
import { chargePairs } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'

/** A price on the pair. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  const { employees, shifts, sites } = model.frame.problem
  chargePairs(model, uses, (employee, shift) => {
    const { id } = employees[employee]!
    const banning = [shifts[shift]!.prohibited, sites[model.frame.site[shift]!]?.prohibited]
    return banning.some((list) => list?.includes(id)) ? 1 : 0
  })
}
