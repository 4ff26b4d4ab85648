import { coveredMinutes, parseTime, weekdayOf } from '../../model/time.ts'
import type { RuleUses } from '../kit/define-rule.ts'
import { holidayTest } from '../kit/holidays.ts'
import { chargePairs } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { typePremium } from '../kit/type-premium.ts'
import { personUses } from '../kit/uses.ts'
import type { LabourCostParams } from './spec.ts'

/** A price on the pair: its pay. Overtime is rounded by week and tier, so values with tiers have no rows. */
export function linear(model: LinearModel, uses: RuleUses<LabourCostParams>): void {
  const { frame } = model
  const { employees } = frame.problem
  for (const [employee, { use }] of personUses(model, uses))
    if (employees[employee]!.rateMinor !== undefined && (use.params.overtime ?? []).length > 0) {
      model.omit(use.rule)
      return
    }
  const isHoliday = holidayTest(frame)
  chargePairs(model, uses, (employee, shift, params) => {
    const rate = employees[employee]!.rateMinor ?? 0
    const weekday = weekdayOf(frame.firstDay + frame.day[shift]!)
    const ofDay = weekday === 6 ? params.saturdayPercent : weekday === 7 ? params.sundayPercent : 100
    const percent = isHoliday(shift) ? Math.max(ofDay, params.holidayPercent) : ofDay
    const [from, to] = [parseTime(params.nightFrom)!, parseTime(params.nightTo)!]
    const windows = frame.clocks[frame.site[shift]!]!.windowsInside(
      frame.start[shift]!,
      frame.end[shift]!,
      from,
      to,
      () => true,
    )
    const night = coveredMinutes(windows)
    const premium = Math.floor((params.nightMinorPerHour * night) / 60)
    const paid = rate * frame.paidMinutes[shift]!
    const pay = Math.floor((paid * percent) / 6000) + Math.floor((paid * typePremium(frame, shift)) / 6000)
    return rate === 0 ? 0 : pay + premium + Math.floor((rate * night * params.nightPercent) / 6000)
  })
}
