import type { RuleUses } from '../kit/define-rule.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { allOf } from '../kit/linear-sum.ts'

/** Two people who may not meet: both on one shift. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  const { employees } = model.frame.problem
  const keptApart = (one: number, other: number) =>
    (employees[one]!.notWith?.includes(employees[other]!.id) ?? false) ||
    (employees[other]!.notWith?.includes(employees[one]!.id) ?? false)
  const couples = model.people.flatMap((one) =>
    model.people.filter((other) => one < other && keptApart(one, other)).map((other) => [one, other] as const),
  )
  for (const use of uses.organisation)
    for (const shift of model.shifts)
      for (const couple of couples)
        model.charge(use, couple, [shift], allOf(couple.map((employee) => model.works(employee, shift))))
}
