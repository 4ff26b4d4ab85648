import { coveredMinutes, parseTime, weekdayOf } from '../../model/time.ts'
import type { PairTracker, RuleUse, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import type { LabourCostParams } from './spec.ts'

/** Night premium and percentages are worked out once a shift; a person's row is then a product. */
export function tracker(grid: Grid, uses: RuleUses<LabourCostParams>): PairTracker[] {
  const { frame } = grid
  const tables = new Map<RuleUse<LabourCostParams>, { percent: Int32Array; premium: Int32Array }>()
  const tableOf = (use: RuleUse<LabourCostParams>) => {
    const known = tables.get(use)
    if (known) return known
    const percent = new Int32Array(frame.shiftCount)
    const premium = new Int32Array(frame.shiftCount)
    const from = parseTime(use.params.nightFrom)!
    const to = parseTime(use.params.nightTo)!
    for (let shift = 0; shift < frame.shiftCount; shift++) {
      percent[shift] = weekdayOf(frame.firstDay + frame.day[shift]!) === 7 ? use.params.sundayPercent : 100
      if (use.params.nightMinorPerHour === 0) continue
      const windows = frame.clocks[frame.site[shift]!]!.windowsInside(
        frame.start[shift]!,
        frame.end[shift]!,
        from,
        to,
        () => true,
      )
      premium[shift] = Math.floor((use.params.nightMinorPerHour * coveredMinutes(windows)) / 60)
    }
    const table = { percent, premium }
    tables.set(use, table)
    return table
  }
  const addTo = (employee: number, row: Float64Array) => {
    const rate = frame.problem.employees[employee]!.rateMinor
    if (rate === undefined) return
    for (const { use, fromDay, untilDay } of uses.people[employee]!) {
      const { percent, premium } = tableOf(use)
      for (let shift = 0; shift < frame.shiftCount; shift++) {
        if (frame.day[shift]! < fromDay || frame.day[shift]! >= untilDay) continue
        const base = Math.floor((rate * frame.paidMinutes[shift]! * percent[shift]!) / 6000)
        row[shift] = row[shift]! + use.weight * (base + premium[shift]!)
      }
    }
  }
  return [{ kind: 'pair', basePenalty: 0, addTo }]
}
