import { absenceCredit, absentDays, contractedMinutes } from '../kit/contract-share.ts'
import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { PeriodSums } from '../kit/period-sums.ts'
import { valueTable } from '../kit/values.ts'
import type { ContractMinutesParams } from './spec.ts'

/** Days off count as worked in proportion, which leaves one bound for all periods. */
export function tracker(grid: Grid, uses: RuleUses<ContractMinutesParams>): LineTracker[] {
  const value = valueTable(grid.frame, 'minutes', {})
  const sums = new PeriodSums<ContractMinutesParams>(grid, uses.people, ({ use }, employee) => {
    const { period, minutes, toleranceMinutes } = use.params
    const bound = contractedMinutes(grid.frame, employee, minutes)
    const absent = absentDays(grid.frame, employee)
    return [
      {
        period,
        value,
        countsDays: false,
        measure: { mode: 'distance', bound, slack: toleranceMinutes, sharePercent: 100, weight: use.weight },
        wantsComplete: true,
        credit: (firstDay, lastDay) => absenceCredit(bound, absent, firstDay, lastDay),
      },
    ]
  })
  return sums.isIdle() ? [] : [sums]
}
