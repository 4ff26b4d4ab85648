import { parseDate } from '../../model/time.ts'
import type { RuleUses } from '../kit/define-rule.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { Sum } from '../kit/linear-sum.ts'
import { payOf } from '../kit/pay.ts'

/** Pay of everyone on the shifts of a budget, less the budget. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  const { frame } = model
  const pay = payOf(frame)
  for (const { site, from, until, minor } of frame.problem.budgets ?? []) {
    const first = from === undefined ? Number.NEGATIVE_INFINITY : parseDate(from)! - frame.firstDay
    const last = until === undefined ? Number.POSITIVE_INFINITY : parseDate(until)! - frame.firstDay
    const isIn = (shift: number) =>
      (site === undefined || frame.problem.shifts[shift]!.site === site) &&
      frame.day[shift]! >= first &&
      frame.day[shift]! <= last
    const own = model.shifts.filter(isIn)
    const cost = new Sum(-minor)
    for (const employee of model.people)
      for (const shift of own) cost.plus(model.works(employee, shift), pay(employee, shift))
    for (const use of uses.organisation) model.charge(use, [], own, cost)
  }
}
