import type { RuleUses } from '../kit/define-rule.ts'
import { lineOf } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { allOf } from '../kit/linear-sum.ts'
import { holdsOn, personUses } from '../kit/uses.ts'
import type { RotationParams } from './spec.ts'

/** Two items of successive days that begin too far apart, each the first of its day: both worked and none before them. */
export function linear(model: LinearModel, uses: RuleUses<RotationParams>): void {
  const { day, startMinuteOfDay, shiftCount } = model.frame
  for (const [employee, held] of personUses(model, uses)) {
    const { backwardMinutes, forwardMinutes } = held.use.params
    const line = lineOf(model, employee)
    const bitsBefore = (item: number) =>
      line
        .slice(0, line.indexOf(item))
        .filter((other) => day[other] === day[item])
        .map((other) => model.works(employee, other))
    for (const later of line) {
      if (day[later]! < 0 || !holdsOn(held, day[later]!)) continue
      for (const earlier of line.filter((item) => day[item] === day[later]! - 1)) {
        const laterMinutes = startMinuteOfDay[later]! - startMinuteOfDay[earlier]!
        const size = Math.max(0, -laterMinutes - backwardMinutes, laterMinutes - forwardMinutes)
        const sum = allOf([model.works(employee, earlier), model.works(employee, later)])
        sum.plusAll(bitsBefore(earlier), -1).plusAll(bitsBefore(later), -1)
        const shifts = [earlier, later].filter((item) => item < shiftCount)
        model.charge(held.use, [employee], shifts, sum.times(size))
      }
    }
  }
}
