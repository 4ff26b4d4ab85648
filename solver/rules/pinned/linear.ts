import type { RuleUses } from '../kit/define-rule.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { Sum } from '../kit/linear-sum.ts'
import { holdsOn, personUses } from '../kit/uses.ts'

/** A pin is missing where its pair is 0. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  const { pins, day } = model.frame
  for (const [employee, held] of personUses(model, uses))
    for (const shift of pins[employee]!)
      if (holdsOn(held, day[shift]!))
        model.charge(held.use, [employee], [shift], new Sum(1).plus(model.works(employee, shift), -1))
}
