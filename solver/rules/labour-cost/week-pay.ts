// Overtime incrementally: the weeks that a change touches are summed anew, before and after.
import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import type { Change, Grid } from '../kit/grid.ts'
import { isJudged, type PeriodTable, periodTable } from '../kit/periods.ts'
import { dayValue } from '../kit/values.ts'
import { extraMinor, extraPercentMinutes, type Overtime, readOvertime } from './overtime.ts'
import type { LabourCostParams } from './spec.ts'

interface Entry {
  overtime: Overtime
  rateMinor: number
  weight: number
  /** By week: 1 when it is judged by this setting. */
  judged: Uint8Array
}

export class WeekPay implements LineTracker {
  readonly kind = 'line'
  readonly patternOnly = false
  private readonly grid: Grid
  private readonly weeks: PeriodTable
  private readonly entries: readonly (readonly Entry[])[]
  private readonly minutes = new Float64Array(7)

  constructor(grid: Grid, uses: RuleUses<LabourCostParams>) {
    const { frame } = grid
    this.grid = grid
    this.weeks = periodTable(frame, 'week', grid.pastDays)
    this.entries = frame.problem.employees.map(({ rateMinor }, person) =>
      uses.people[person]!.flatMap(({ use, fromDay, untilDay }) => {
        const overtime = readOvertime(use.params.overtime)
        if (rateMinor === undefined || overtime === null) return []
        const judged = Uint8Array.from(this.weeks.firstDay, (_, week) =>
          Number(isJudged(frame, this.weeks, week, person, fromDay, untilDay, false)),
        )
        return [{ overtime, rateMinor, weight: use.weight, judged }]
      }),
    )
  }

  isIdle(): boolean {
    return this.entries.every((entries) => entries.length === 0)
  }

  reset(employee: number): number {
    let penalty = 0
    for (const entry of this.entries[employee]!)
      for (let week = 0; week < entry.judged.length; week++) {
        if (entry.judged[week] === 0) continue
        const { before } = this.grid
        penalty += this.cost(entry, before, employee, week, true) - this.cost(entry, before, employee, week, false)
      }
    return penalty
  }

  evaluate(change: Change): number {
    const { before, after } = this.grid
    let penalty = 0
    for (const entry of this.entries[change.employee]!) {
      let last = -1
      for (let i = 0; i < change.dayCount; i++) {
        const week = this.weeks.index[change.days[i]!]!
        if (week === last || entry.judged[week] !== 1) continue
        last = week
        penalty +=
          this.cost(entry, after, change.employee, week, true) - this.cost(entry, before, change.employee, week, true)
      }
    }
    return penalty
  }

  apply(): void {}

  /** Overtime of a week's known days, or of those before the period alone. */
  private cost(entry: Entry, cells: Int32Array, employee: number, week: number, isWhole: boolean): number {
    const { grid, weeks, minutes } = this
    const first = weeks.firstDay[week]! + grid.pastDays
    const end = isWhole ? grid.rowDays : grid.pastDays
    for (let day = 0; day < 7; day++) {
      const at = first + day
      const isKnown = at >= 0 && at < end
      minutes[day] = isKnown ? dayValue(cells, grid.cell(employee, at), grid.slots, grid.paidOf, false) : 0
    }
    return entry.weight * extraMinor(entry.rateMinor, extraPercentMinutes(entry.overtime, minutes))
  }
}
