// Incremental sums over calendar periods: minutes, shifts or days of one person, judged period by period.
import type { LineTracker, PersonUse } from './define-rule.ts'
import type { Change, Grid } from './grid.ts'
import { type Measure, penaltyOf } from './measure.ts'
import { type CalendarPeriod, isJudged, type PeriodTable, periodTable } from './periods.ts'
import { alwaysFromDay, alwaysUntilDay } from './uses.ts'
import { dayValue, Tables } from './values.ts'

export interface SummedUse {
  period: CalendarPeriod
  /** By code. */
  value: Int32Array
  /** Counts a day once however many of its shifts have a value. */
  countsDays: boolean
  measure: Measure
  /** Judge only periods whose days are all known. */
  wantsComplete: boolean
  /** Counted as if worked, by a period's first and last day. */
  credit?: (firstDay: number, lastDay: number) => number
}

interface Entry extends SummedUse {
  table: PeriodTable
  /** Where the entry's sums begin, and which of its periods are judged. */
  base: number
  judged: Uint8Array
}

export class PeriodSums<P> implements LineTracker {
  readonly kind = 'line'
  readonly patternOnly = false
  private readonly grid: Grid
  private readonly entries: Entry[][] = []
  private readonly sums: Float64Array

  /** `describe` says what a setting sums for a person; with `ignoresDates` a setting counts however short it is in force. */
  constructor(
    grid: Grid,
    people: readonly (readonly PersonUse<P>[])[],
    describe: (use: PersonUse<P>, employee: number) => readonly SummedUse[],
    ignoresDates = false,
  ) {
    this.grid = grid
    const tables = new Tables<PeriodTable>()
    const judgedTables = new Tables<Uint8Array>()
    let base = 0
    people.forEach((uses, employee) => {
      const entries: Entry[] = []
      for (const use of uses)
        for (const summed of describe(use, employee)) {
          const table = tables.of(summed.period, () => periodTable(grid.frame, summed.period, grid.pastDays))
          const known = summed.wantsComplete && grid.frame.hasHistory[employee]
          const fromDay = ignoresDates ? alwaysFromDay : use.fromDay
          const untilDay = ignoresDates ? alwaysUntilDay : use.untilDay
          const key = `${summed.period} ${fromDay} ${untilDay} ${summed.wantsComplete} ${known}`
          const judged = judgedTables.of(key, () =>
            Uint8Array.from(table.firstDay, (_, period) =>
              isJudged(grid.frame, table, period, employee, fromDay, untilDay, summed.wantsComplete) ? 1 : 0,
            ),
          )
          if (!canCost(grid, table, summed)) continue
          entries.push({ ...summed, table, base, judged })
          base += table.firstDay.length
        }
      this.entries.push(entries)
    })
    this.sums = new Float64Array(base)
  }

  isIdle(): boolean {
    return this.entries.every((entries) => entries.length === 0)
  }

  reset(employee: number): number {
    const { grid, sums } = this
    let penalty = 0
    for (const entry of this.entries[employee]!) {
      const periods = entry.table.firstDay.length
      for (let period = 0; period < periods; period++)
        sums[entry.base + period] = entry.credit?.(entry.table.firstDay[period]!, entry.table.lastDay[period]!) ?? 0
      for (let day = 0; day < grid.rowDays; day++) {
        const period = entry.table.index[day]!
        if (period < 0) continue
        const value = dayValue(grid.before, grid.cell(employee, day), grid.slots, entry.value, entry.countsDays)
        sums[entry.base + period] = sums[entry.base + period]! + value
      }
      for (let period = 0; period < periods; period++)
        if (entry.judged[period]) penalty += penaltyOf(entry.measure, sums[entry.base + period]!)
    }
    return penalty
  }

  evaluate(change: Change): number {
    return this.walk(change, false)
  }

  apply(change: Change): void {
    this.walk(change, true)
  }

  private walk(change: Change, keeps: boolean): number {
    const { slots, before, after } = this.grid
    const entries = this.entries[change.employee]!
    let penalty = 0
    for (let e = 0; e < entries.length; e++) {
      const entry = entries[e]!
      const { value, countsDays, table } = entry
      let period = -1
      let delta = 0
      for (let i = 0; i < change.dayCount; i++) {
        const day = change.days[i]!
        const found = table.index[day]!
        if (found < 0) continue
        if (found !== period) {
          if (delta !== 0) penalty += this.settle(entry, period, delta, keeps)
          period = found
          delta = 0
        }
        const cell = change.rowStart + day * slots
        delta +=
          slots === 1
            ? value[after[cell]!]! - value[before[cell]!]!
            : dayValue(after, cell, slots, value, countsDays) - dayValue(before, cell, slots, value, countsDays)
      }
      if (delta !== 0) penalty += this.settle(entry, period, delta, keeps)
    }
    return penalty
  }

  private settle(entry: Entry, period: number, delta: number, keeps: boolean): number {
    const at = entry.base + period
    const sum = this.sums[at]!
    if (keeps) this.sums[at] = sum + delta
    if (entry.judged[period] === 0) return 0
    return penaltyOf(entry.measure, sum + delta) - penaltyOf(entry.measure, sum)
  }
}

/** A maximum that no line can reach, and a minimum of nothing, need no attention. */
function canCost(grid: Grid, table: PeriodTable, summed: SummedUse): boolean {
  const { mode, bound } = summed.measure
  if (mode === 'below') return bound > 0
  if (mode !== 'above') return true
  const mostOn = new Float64Array(grid.rowDays)
  for (let code = 1; code < summed.value.length; code++) {
    const day = grid.dayOf[code]!
    if (day >= 0 && day < grid.rowDays) mostOn[day] = Math.max(mostOn[day]!, summed.value[code]!)
  }
  const most = new Float64Array(table.firstDay.length)
  for (let day = 0; day < grid.rowDays; day++)
    if (table.index[day]! >= 0) most[table.index[day]!] = most[table.index[day]!]! + mostOn[day]! * grid.slots
  return most.some((sum) => sum > bound)
}
