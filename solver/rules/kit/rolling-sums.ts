// Incremental sums over every window of n days that ends inside the period.
import type { LineTracker, PersonUse } from './define-rule.ts'
import type { Change, Grid } from './grid.ts'
import { type Measure, penaltyOf } from './measure.ts'
import { dayValue } from './values.ts'

export interface RollingUse {
  windowDays: number
  /** By code. */
  value: Int32Array
  countsDays: boolean
  measure: Measure
  /** Judge only windows whose days are all known. */
  wantsComplete: boolean
}

interface Entry extends RollingUse {
  base: number
  /** Grid days of window ends that are judged, [from, to). */
  from: number
  to: number
}

export class RollingSums<P> implements LineTracker {
  readonly kind = 'line'
  readonly patternOnly = false
  private readonly grid: Grid
  private readonly entries: Entry[][] = []
  private readonly sums: Float64Array
  private readonly deltas: Float64Array

  constructor(
    grid: Grid,
    people: readonly (readonly PersonUse<P>[])[],
    describe: (use: PersonUse<P>, employee: number) => readonly RollingUse[],
  ) {
    this.grid = grid
    this.deltas = new Float64Array(grid.rowDays)
    let base = 0
    people.forEach((uses, employee) => {
      const entries: Entry[] = []
      for (const use of uses)
        for (const rolling of describe(use, employee)) {
          const known = !rolling.wantsComplete || grid.frame.hasHistory[employee]
          const first = Math.max(0, use.fromDay, known ? 0 : rolling.windowDays - 1)
          const to = Math.min(grid.frame.days, use.untilDay)
          entries.push({ ...rolling, base, from: grid.pastDays + first, to: grid.pastDays + to })
          base += grid.rowDays
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
      let sum = 0
      const valueOn = (day: number) =>
        dayValue(grid.before, grid.cell(employee, day), grid.slots, entry.value, entry.countsDays)
      for (let day = 0; day < grid.rowDays; day++) {
        sum += valueOn(day)
        if (day >= entry.windowDays) sum -= valueOn(day - entry.windowDays)
        sums[entry.base + day] = sum
        if (day >= entry.from && day < entry.to) penalty += penaltyOf(entry.measure, sum)
      }
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
    const entries = this.entries[change.employee]!
    let penalty = 0
    for (let e = 0; e < entries.length; e++) penalty += this.walkEntry(entries[e]!, change, keeps)
    return penalty
  }

  private walkEntry(entry: Entry, change: Change, keeps: boolean): number {
    const { sums, deltas, grid } = this
    const { slots, before, after, rowDays } = grid
    const { value, countsDays, windowDays, measure } = entry
    const { days, dayCount } = change
    for (let i = 0; i < dayCount; i++) {
      const cell = change.rowStart + days[i]! * slots
      deltas[i] =
        slots === 1
          ? value[after[cell]!]! - value[before[cell]!]!
          : dayValue(after, cell, slots, value, countsDays) - dayValue(before, cell, slots, value, countsDays)
    }
    let penalty = 0
    let delta = 0
    let entering = 0
    let leaving = 0
    let day = days[0]!
    while (leaving < dayCount) {
      while (entering < dayCount && days[entering]! <= day) delta += deltas[entering++]!
      while (leaving < entering && days[leaving]! + windowDays <= day) delta -= deltas[leaving++]!
      if (day >= rowDays) break
      if (delta !== 0) {
        const sum = sums[entry.base + day]!
        if (keeps) sums[entry.base + day] = sum + delta
        if (day >= entry.from && day < entry.to) penalty += penaltyOf(measure, sum + delta) - penaltyOf(measure, sum)
      }
      day++
    }
    return penalty
  }
}
