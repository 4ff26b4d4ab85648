import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import type { Change, Grid } from '../kit/grid.ts'
import { isNight } from '../kit/nights.ts'
import { dayValue, Tables } from '../kit/values.ts'
import type { MaxConsecutiveNightsParams } from './spec.ts'

export function tracker(grid: Grid, uses: RuleUses<MaxConsecutiveNightsParams>): LineTracker[] {
  const tables = new Tables<Int32Array>()
  const people = uses.people.map((list) =>
    list.map(({ use, fromDay, untilDay }) => {
      const { params } = use
      const key = `${params.tag ?? ''} ${params.from} ${params.to}`
      const night = tables.of(key, () => {
        const table = new Int32Array(grid.frame.itemCount + 1)
        for (let item = 0; item < grid.frame.itemCount; item++)
          if (isNight(grid.frame, item, params)) table[item + 1] = 1
        return table
      })
      const from = grid.pastDays + Math.max(0, fromDay)
      return { night, limit: params.nights, weight: use.weight, from, until: grid.pastDays + untilDay }
    }),
  )
  return [new NightRuns(grid, people)]
}

interface NightUse {
  /** By code: 1 for a night. */
  night: Int32Array
  limit: number
  weight: number
  /** Grid days in which surplus nights count, [from, until). */
  from: number
  until: number
}

class NightRuns implements LineTracker {
  readonly kind = 'line'
  readonly patternOnly = false
  private readonly grid: Grid
  private readonly people: readonly (readonly NightUse[])[]

  constructor(grid: Grid, people: readonly (readonly NightUse[])[]) {
    this.grid = grid
    this.people = people
  }

  reset(employee: number): number {
    const { grid } = this
    let penalty = 0
    for (const use of this.people[employee]!)
      penalty += this.sum(use, grid.before, employee * grid.rowCells, 0, grid.rowDays)
    return penalty
  }

  evaluate(change: Change): number {
    const { before, after, slots, rowDays } = this.grid
    const { rowStart } = change
    let penalty = 0
    for (const use of this.people[change.employee]!) {
      if (!touchesNights(change, use.night)) continue
      const isNightDay = (day: number) => dayValue(before, rowStart + day * slots, slots, use.night, true) === 1
      let from = change.from
      while (from > 0 && isNightDay(from - 1)) from--
      let to = change.to
      while (to < rowDays && isNightDay(to)) to++
      penalty += this.sum(use, after, rowStart, from, to) - this.sum(use, before, rowStart, from, to)
    }
    return penalty
  }

  apply(): void {}

  private sum(use: NightUse, cells: Int32Array, rowStart: number, from: number, to: number): number {
    const { slots } = this.grid
    let run = 0
    let surplus = 0
    for (let day = from; day < to; day++) {
      run = dayValue(cells, rowStart + day * slots, slots, use.night, true) === 1 ? run + 1 : 0
      if (run > use.limit && day >= use.from && day < use.until) surplus++
    }
    return surplus * use.weight
  }
}

function touchesNights(change: Change, night: Int32Array): boolean {
  for (let i = 0; i < change.removedCount; i++) if (night[change.removed[i]!] !== 0) return true
  for (let i = 0; i < change.addedCount; i++) if (night[change.added[i]!] !== 0) return true
  return false
}
