import { coveredMinutes, parseTime, weekdayOf } from '../../model/time.ts'
import type { PairTracker, RuleUse, RuleUses, Tracker } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { holidayTest } from '../kit/holidays.ts'
import { typePremium } from '../kit/type-premium.ts'
import type { LabourCostParams } from './spec.ts'
import { WeekPay } from './week-pay.ts'

/** Pay that is the same whatever else a person works, and overtime where somebody has tiers. */
export function tracker(grid: Grid, uses: RuleUses<LabourCostParams>): Tracker[] {
  const weeks = new WeekPay(grid, uses)
  return [payByPair(grid, uses), ...(weeks.isIdle() ? [] : [weeks])]
}

interface ShiftTable {
  percent: Int32Array
  ofType: Int32Array
  premium: Int32Array
  nightMinutes: Int32Array
}

/** Night premium and percentages are worked out once a shift; a person's row is then a product. */
function payByPair(grid: Grid, uses: RuleUses<LabourCostParams>): PairTracker {
  const { frame } = grid
  const isHoliday = holidayTest(frame)
  const tables = new Map<RuleUse<LabourCostParams>, ShiftTable>()
  const tableOf = (use: RuleUse<LabourCostParams>) => {
    const known = tables.get(use)
    if (known) return known
    const { saturdayPercent, sundayPercent, holidayPercent, nightMinorPerHour, nightPercent } = use.params
    const percent = new Int32Array(frame.shiftCount)
    const ofType = Int32Array.from(percent, (_, shift) => typePremium(frame, shift))
    const premium = new Int32Array(frame.shiftCount)
    const nightMinutes = new Int32Array(frame.shiftCount)
    const from = parseTime(use.params.nightFrom)!
    const to = parseTime(use.params.nightTo)!
    for (let shift = 0; shift < frame.shiftCount; shift++) {
      const weekday = weekdayOf(frame.firstDay + frame.day[shift]!)
      const byWeekday = weekday === 6 ? saturdayPercent : weekday === 7 ? sundayPercent : 100
      percent[shift] = isHoliday(shift) ? Math.max(byWeekday, holidayPercent) : byWeekday
      if (nightMinorPerHour === 0 && nightPercent === 0) continue
      const clock = frame.clocks[frame.site[shift]!]!
      const windows = clock.windowsInside(frame.start[shift]!, frame.end[shift]!, from, to, () => true)
      nightMinutes[shift] = coveredMinutes(windows)
      premium[shift] = Math.floor((nightMinorPerHour * nightMinutes[shift]!) / 60)
    }
    const table = { percent, ofType, premium, nightMinutes }
    tables.set(use, table)
    return table
  }
  const addTo = (employee: number, row: Float64Array, shifts: readonly number[]) => {
    const rate = frame.problem.employees[employee]!.rateMinor
    if (rate === undefined) return
    for (const { use, fromDay, untilDay } of uses.people[employee]!) {
      const { percent, ofType, premium, nightMinutes } = tableOf(use)
      const { nightPercent } = use.params
      for (const shift of shifts) {
        if (frame.day[shift]! < fromDay || frame.day[shift]! >= untilDay) continue
        const paid = rate * frame.paidMinutes[shift]!
        const base = Math.floor((paid * percent[shift]!) / 6000) + Math.floor((paid * ofType[shift]!) / 6000)
        const night = nightPercent === 0 ? 0 : Math.floor((rate * nightMinutes[shift]! * nightPercent) / 6000)
        row[shift] = row[shift]! + use.weight * (base + premium[shift]! + night)
      }
    }
  }
  return { kind: 'pair', basePenalty: 0, addTo }
}
