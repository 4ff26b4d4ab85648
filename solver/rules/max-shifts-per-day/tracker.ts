import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { PeriodSums } from '../kit/period-sums.ts'
import { valueTable } from '../kit/values.ts'
import type { MaxShiftsPerDayParams } from './spec.ts'

export function tracker(grid: Grid, uses: RuleUses<MaxShiftsPerDayParams>): LineTracker[] {
  const value = valueTable(grid.frame, 'count', {})
  const sums = new PeriodSums<MaxShiftsPerDayParams>(grid, uses.people, ({ use }) => [
    {
      period: 'day',
      value,
      countsDays: false,
      measure: { mode: 'above', bound: use.params.shifts, slack: 0, sharePercent: 100, weight: use.weight },
      wantsComplete: false,
    },
  ])
  return sums.isIdle() ? [] : [sums]
}
