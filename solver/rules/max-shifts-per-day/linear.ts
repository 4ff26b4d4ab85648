import type { RuleUses } from '../kit/define-rule.ts'
import { lineOf } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { Sum } from '../kit/linear-sum.ts'
import { holdsOn, personUses } from '../kit/uses.ts'
import type { MaxShiftsPerDayParams } from './spec.ts'

/** Shifts of each day, less the limit. */
export function linear(model: LinearModel, uses: RuleUses<MaxShiftsPerDayParams>): void {
  for (const [employee, held] of personUses(model, uses)) {
    const line = lineOf(model, employee)
    for (let day = 0; day < model.frame.days; day++) {
      if (!holdsOn(held, day)) continue
      const items = line.filter((item) => model.frame.day[item] === day)
      const count = new Sum(-held.use.params.shifts).plusAll(items.map((item) => model.works(employee, item)))
      model.charge(held.use, [employee], items, count)
    }
  }
}
