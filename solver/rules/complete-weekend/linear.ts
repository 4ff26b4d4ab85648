import { weekdayOf } from '../../model/time.ts'
import type { RuleUses } from '../kit/define-rule.ts'
import { dayBits } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { Sum } from '../kit/linear-sum.ts'
import { holdsOn, personUses } from '../kit/uses.ts'
import type { CompleteWeekendParams } from './spec.ts'

/** A weekend is half when one of its days is worked and another is not: the largest of the differences of two days. */
export function linear(model: LinearModel, uses: RuleUses<CompleteWeekendParams>): void {
  const { frame } = model
  for (const [employee, held] of personUses(model, uses)) {
    const weekdays = [...new Set(held.use.params.weekdays)]
    const last = Math.max(...weekdays)
    const workedOn = dayBits(model, employee)
    for (let day = 0; day < frame.days; day++) {
      if (weekdayOf(frame.firstDay + day) !== last || !holdsOn(held, day)) continue
      const days = weekdays.map((weekday) => day - last + weekday)
      if (Math.min(...days) < 0 && !frame.hasHistory[employee]) continue
      const differences = days.flatMap((one) =>
        days.filter((other) => other !== one).map((other) => new Sum().plus(workedOn(one)).plus(workedOn(other), -1)),
      )
      model.charge(held.use, [employee], [], ...differences)
    }
  }
}
