import type { RuleUses } from '../kit/define-rule.ts'
import { carriedMinutes, distinctUses, fairShare, sharePercentOf } from '../kit/fair-share.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { Sum } from '../kit/linear-sum.ts'
import type { FairMinutesParams } from './spec.ts'

/**
 * Spread: the largest of the differences of two people. Rounded squares are not convex, and minutes rounded to a full-time job are no
 * sum, so other settings, and people with part of a job, have no rows.
 */
export function linear(model: LinearModel, uses: RuleUses<FairMinutesParams>): void {
  const { frame } = model
  for (const use of distinctUses(uses)) {
    const { people } = fairShare(frame, uses, use)
    if (use.params.measure !== 'spread' || people.some((employee) => sharePercentOf(frame, employee) !== 100)) {
      model.omit(use.rule)
      return
    }
    const minutes = people.map((employee) => {
      const sum = new Sum(carriedMinutes(frame, employee))
      for (const shift of model.shifts) sum.plus(model.works(employee, shift), frame.paidMinutes[shift]!)
      return sum
    })
    const differences = minutes.flatMap((one) =>
      minutes.filter((other) => other !== one).map((other) => one.times(1).plusSum(other, -1)),
    )
    model.charge(use, people, model.shifts, ...differences)
  }
}
