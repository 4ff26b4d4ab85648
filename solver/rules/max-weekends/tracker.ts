import type { LineTracker, PersonUse, RuleUse, RuleUses } from '../kit/define-rule.ts'
import type { Change, Grid } from '../kit/grid.ts'
import { Tables } from '../kit/values.ts'
import { periodAnchor, weekendOf, weekendPeriod } from '../kit/weekends.ts'
import type { MaxWeekendsParams } from './spec.ts'

export function tracker(grid: Grid, uses: RuleUses<MaxWeekendsParams>): LineTracker[] {
  return [new WeekendCounts(grid, uses)]
}

interface WeekendTable {
  /** By grid day: index of its weekend, -1 for other days. */
  weekendOf: Int32Array
  /** By weekend: its grid days, and index of its period, -1 when not counted. */
  days: number[][]
  periodOf: number[]
  /** By period: the day whose setting decides. */
  anchors: number[]
}

interface Entry {
  table: WeekendTable
  limit: number
  weight: number
  base: number
  fromDay: number
  untilDay: number
}

class WeekendCounts implements LineTracker {
  readonly kind = 'line'
  readonly patternOnly = true
  private readonly grid: Grid
  private readonly entries: Entry[][]
  private readonly counts: Int32Array

  constructor(grid: Grid, uses: RuleUses<MaxWeekendsParams>) {
    this.grid = grid
    const tables = new Tables<WeekendTable>()
    let base = 0
    const entryOf = ({ use, fromDay, untilDay }: PersonUse<MaxWeekendsParams>) => {
      const table = tables.of(JSON.stringify([use.params.period, use.params.weekdays]), () => weekendTable(grid, use))
      const entry = { table, limit: use.params.weekends, weight: use.weight, base, fromDay, untilDay }
      base += table.anchors.length
      return entry
    }
    this.entries = uses.people.map((list) => list.map(entryOf).filter(({ table, limit }) => table.days.length > limit))
    this.counts = new Int32Array(base)
  }

  reset(employee: number): number {
    let penalty = 0
    for (const entry of this.entries[employee]!) {
      const { table, base } = entry
      this.counts.fill(0, base, base + table.anchors.length)
      table.days.forEach((days, weekend) => {
        const at = base + table.periodOf[weekend]!
        if (at >= base && this.isWorked(this.grid.before, employee * this.grid.rowCells, days))
          this.counts[at] = this.counts[at]! + 1
      })
      for (let period = 0; period < table.anchors.length; period++)
        penalty += this.penaltyOf(entry, period, this.counts[base + period]!)
    }
    return penalty
  }

  private penaltyOf(entry: Entry, period: number, count: number): number {
    const anchor = entry.table.anchors[period]!
    if (count <= entry.limit || anchor < 0 || anchor < entry.fromDay || anchor >= entry.untilDay) return 0
    return (count - entry.limit) * entry.weight
  }

  private isWorked(cells: Int32Array, rowStart: number, days: readonly number[]): boolean {
    for (let i = 0; i < days.length; i++) if (cells[rowStart + days[i]! * this.grid.slots] !== 0) return true
    return false
  }

  evaluate(change: Change): number {
    return this.walk(change, false)
  }

  apply(change: Change): void {
    this.walk(change, true)
  }

  private walk(change: Change, keeps: boolean): number {
    const { before, after } = this.grid
    let penalty = 0
    const entries = this.entries[change.employee]!
    for (let e = 0; e < entries.length; e++) {
      const entry = entries[e]!
      const { table, base } = entry
      let seen = -1
      let period = -1
      let delta = 0
      for (let i = 0; i < change.dayCount; i++) {
        const weekend = table.weekendOf[change.days[i]!]!
        if (weekend < 0 || weekend === seen) continue
        seen = weekend
        const found = table.periodOf[weekend]!
        if (found < 0) continue
        if (found !== period && delta !== 0) {
          penalty += this.settle(entry, base, period, delta, keeps)
          delta = 0
        }
        period = found
        const days = table.days[weekend]!
        const now = this.isWorked(after, change.rowStart, days)
        if (now !== this.isWorked(before, change.rowStart, days)) delta += now ? 1 : -1
      }
      if (delta !== 0) penalty += this.settle(entry, base, period, delta, keeps)
    }
    return penalty
  }

  private settle(entry: Entry, base: number, period: number, delta: number, keeps: boolean): number {
    const count = this.counts[base + period]!
    if (keeps) this.counts[base + period] = count + delta
    return this.penaltyOf(entry, period, count + delta) - this.penaltyOf(entry, period, count)
  }
}

function weekendTable(grid: Grid, use: RuleUse<MaxWeekendsParams>): WeekendTable {
  const { frame, pastDays, rowDays } = grid
  const { weekdays, period: kind } = use.params
  const table: WeekendTable = { weekendOf: new Int32Array(rowDays).fill(-1), days: [], periodOf: [], anchors: [] }
  const weekends = new Map<number, number>()
  const periods = new Map<number, number>()
  for (let day = 0; day < rowDays; day++) {
    const weekend = weekendOf(frame, day - pastDays, weekdays)
    if (weekend === null) continue
    let index = weekends.get(weekend)
    if (index === undefined) {
      index = table.days.push([]) - 1
      weekends.set(weekend, index)
      const period = weekendPeriod(frame, weekend, weekdays, kind)
      if (period !== null && !periods.has(period)) {
        periods.set(period, table.anchors.length)
        table.anchors.push(periodAnchor(frame, period, kind))
      }
      table.periodOf.push(period === null ? -1 : periods.get(period)!)
    }
    table.weekendOf[day] = index
    table.days[index]!.push(day)
  }
  return table
}
