import type { RuleUses } from '../kit/define-rule.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { Sum } from '../kit/linear-sum.ts'

/** Somebody on a shift, less the partners on it. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  const { frame } = model
  for (const use of uses.organisation)
    for (const employee of model.people) {
      const { onlyWith } = frame.problem.employees[employee]!
      if (onlyWith === undefined) continue
      const partners = [...new Set(onlyWith)].map((id) => frame.employeeIndex.get(id)!)
      for (const shift of model.shifts) {
        const alone = new Sum().plus(model.works(employee, shift))
        for (const partner of partners) alone.plus(model.works(partner, shift), -1)
        model.charge(use, [employee], [shift], alone)
      }
    }
}
