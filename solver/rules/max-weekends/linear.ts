import type { RuleUses } from '../kit/define-rule.ts'
import { lineOf } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { type Bit, Sum } from '../kit/linear-sum.ts'
import { holdsOn, personUses } from '../kit/uses.ts'
import { periodAnchor, weekendOf, weekendPeriod } from '../kit/weekends.ts'
import type { MaxWeekendsParams } from './spec.ts'

/** Weekends with work in each period, less the limit. */
export function linear(model: LinearModel, uses: RuleUses<MaxWeekendsParams>): void {
  const { frame } = model
  for (const [employee, held] of personUses(model, uses)) {
    const { weekends: limit, period: kind, weekdays } = held.use.params
    const byPeriod = new Map<number, Map<number, Bit[]>>()
    for (const item of lineOf(model, employee)) {
      const weekend = weekendOf(frame, frame.day[item]!, weekdays)
      const period = weekend === null ? null : weekendPeriod(frame, weekend, weekdays, kind)
      if (weekend === null || period === null) continue
      const worked = byPeriod.get(period) ?? new Map<number, Bit[]>()
      worked.set(weekend, [...(worked.get(weekend) ?? []), model.works(employee, item)])
      byPeriod.set(period, worked)
    }
    for (const [period, worked] of byPeriod) {
      const anchor = periodAnchor(frame, period, kind)
      if (anchor < 0 || !holdsOn(held, anchor)) continue
      const count = new Sum(-limit).plusAll([...worked.values()].map((bits) => model.anyOf(bits)))
      model.charge(held.use, [employee], [], count)
    }
  }
}
