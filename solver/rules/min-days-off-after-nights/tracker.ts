import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import type { Change, Grid } from '../kit/grid.ts'
import { isNight } from '../kit/nights.ts'
import { dayValue, Tables } from '../kit/values.ts'
import type { MinDaysOffAfterNightsParams } from './spec.ts'

interface Entry {
  /** By code: 1 for a night. */
  night: Int32Array
  days: number
  nightsMin: number
  weight: number
  /** Grid days on which the next work is judged, [from, until). */
  from: number
  until: number
}

export function tracker(grid: Grid, uses: RuleUses<MinDaysOffAfterNightsParams>): LineTracker[] {
  const tables = new Tables<Int32Array>()
  const people = uses.people.map((list) =>
    list.map(({ use, fromDay, untilDay }) => {
      const { params, weight } = use
      const night = tables.of(`${params.tag ?? ''} ${params.from} ${params.to}`, () => {
        const table = new Int32Array(grid.frame.itemCount + 1)
        for (let item = 0; item < grid.frame.itemCount; item++)
          if (isNight(grid.frame, item, params)) table[item + 1] = 1
        return table
      })
      const from = grid.pastDays + Math.max(0, fromDay)
      return { night, days: params.days, nightsMin: params.nightsMin, weight, from, until: grid.pastDays + untilDay }
    }),
  )
  return people.every((list) => list.length === 0) ? [] : [new FreeAfterNights(grid, people)]
}

class FreeAfterNights implements LineTracker {
  readonly kind = 'line'
  readonly patternOnly = false
  private readonly grid: Grid
  private readonly people: readonly (readonly Entry[])[]

  constructor(grid: Grid, people: readonly (readonly Entry[])[]) {
    this.grid = grid
    this.people = people
  }

  reset(employee: number): number {
    const { grid } = this
    let penalty = 0
    for (const entry of this.people[employee]!)
      penalty += this.sum(entry, grid.before, employee * grid.rowCells, 0, grid.rowDays)
    return penalty
  }

  /** A run of nights that the change touches begins before it and ends after it, and the work that follows is further on. */
  evaluate(change: Change): number {
    const { before, after } = this.grid
    const entries = this.people[change.employee]!
    let penalty = 0
    for (let e = 0; e < entries.length; e++) {
      const entry = entries[e]!
      const from = this.runBefore(entry, change)
      const to = this.workAfter(entry, change)
      penalty += this.sum(entry, after, change.rowStart, from, to) - this.sum(entry, before, change.rowStart, from, to)
    }
    return penalty
  }

  apply(): void {}

  private isNightDay(entry: Entry, cells: Int32Array, rowStart: number, day: number): boolean {
    const { slots } = this.grid
    return dayValue(cells, rowStart + day * slots, slots, entry.night, true) === 1
  }

  /** First day of the run of nights that may be the last work before the change. */
  private runBefore(entry: Entry, { rowStart, from }: Change): number {
    const { before, slots } = this.grid
    let day = from - 1
    while (day >= 0 && before[rowStart + day * slots] === 0) day--
    while (day >= 0 && this.isNightDay(entry, before, rowStart, day)) day--
    return Math.max(0, day)
  }

  /** The day after the first work that does not go on with a run of nights reaching beyond the change. */
  private workAfter(entry: Entry, { rowStart, to }: Change): number {
    const { before, slots, rowDays } = this.grid
    let day = to
    while (day < rowDays && this.isNightDay(entry, before, rowStart, day)) day++
    while (day < rowDays && before[rowStart + day * slots] === 0) day++
    return Math.min(rowDays, day + 1)
  }

  private sum(entry: Entry, cells: Int32Array, rowStart: number, from: number, to: number): number {
    const { slots } = this.grid
    let run = 0
    let lastNight = -1
    let penalty = 0
    for (let day = from; day < to; day++) {
      if (cells[rowStart + day * slots] === 0) continue
      const isNightDay = this.isNightDay(entry, cells, rowStart, day)
      const continues = isNightDay && lastNight === day - 1
      if (!continues && lastNight >= 0) {
        const missing = entry.days - (day - lastNight - 1)
        if (missing > 0 && run >= entry.nightsMin && day >= entry.from && day < entry.until)
          penalty += missing * entry.weight
      }
      run = continues ? run + 1 : isNightDay ? 1 : 0
      lastNight = isNightDay ? day : -1
    }
    return penalty
  }
}
