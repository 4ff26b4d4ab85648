import type { RuleUses } from '../kit/define-rule.ts'
import { dayBits } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { allOf } from '../kit/linear-sum.ts'
import { isNight } from '../kit/nights.ts'
import { holdsOn, personUses } from '../kit/uses.ts'
import type { MinDaysOffAfterNightsParams } from './spec.ts'

/** For a last night and the next day with work: enough nights before it, no night after it, and nothing worked between. */
export function linear(model: LinearModel, uses: RuleUses<MinDaysOffAfterNightsParams>): void {
  for (const [employee, held] of personUses(model, uses)) {
    const { days: required, nightsMin } = held.use.params
    const workedOn = dayBits(model, employee)
    const nightOn = dayBits(model, employee, (item) => isNight(model.frame, item, held.use.params))
    for (let next = 0; next < model.frame.days; next++) {
      if (!holdsOn(held, next)) continue
      for (let free = 0; free < required; free++) {
        const last = next - free - 1
        const nights = Array.from({ length: nightsMin }, (_, back) => nightOn(last - back))
        const between = Array.from({ length: free }, (_, index) => workedOn(last + 1 + index))
        const sum = allOf([...nights, workedOn(next)])
          .plus(nightOn(last + 1), -1)
          .plusAll(between, -1)
        model.charge(held.use, [employee], [], sum.times(required - free))
      }
    }
  }
}
