import type { RuleUses } from '../kit/define-rule.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { Sum } from '../kit/linear-sum.ts'
import { holdsOn, personUses } from '../kit/uses.ts'
import { requestedShifts } from '../kit/wishes.ts'

/** The wish's weight when any of its shifts is worked. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  const { frame } = model
  for (const [employee, held] of personUses(model, uses))
    for (const request of frame.problem.employees[employee]!.requests ?? []) {
      if (request.kind !== 'off') continue
      const wished = requestedShifts(frame, request)
      if (!holdsOn(held, wished.length === 0 ? 0 : frame.day[wished[0]!]!)) continue
      const any = model.anyOf(wished.map((shift) => model.works(employee, shift)))
      model.charge(held.use, [employee], wished, new Sum().plus(any, request.weight))
    }
}
