import { weekdayOf } from '../../model/time.ts'
import type { LineTracker, PersonUse, RuleUses } from '../kit/define-rule.ts'
import type { Change, Grid } from '../kit/grid.ts'
import type { CompleteWeekendParams } from './spec.ts'

export function tracker(grid: Grid, uses: RuleUses<CompleteWeekendParams>): LineTracker[] {
  const people = uses.people.map((list, employee) => list.map((held) => entryOf(grid, held, employee)))
  return people.every((list) => list.length === 0) ? [] : [new HalfWeekends(grid, people)]
}

interface Entry {
  weight: number
  /** Grid days of each judged weekend; days before the grid are free and left out. */
  weekends: readonly { days: readonly number[]; length: number }[]
  /** By grid day: index of its judged weekend, -1 for other days. */
  weekendOf: Int32Array
}

function entryOf(grid: Grid, { use, fromDay, untilDay }: PersonUse<CompleteWeekendParams>, employee: number): Entry {
  const { frame, pastDays, rowDays } = grid
  const isWeekend = new Uint8Array(8)
  for (const weekday of use.params.weekdays) isWeekend[weekday] = 1
  const lastWeekday = isWeekend.lastIndexOf(1)
  const weekends: { days: number[]; length: number }[] = []
  const weekendOf = new Int32Array(rowDays).fill(-1)
  for (let day = Math.max(0, fromDay); day < Math.min(frame.days, untilDay); day++) {
    if (weekdayOf(frame.firstDay + day) !== lastWeekday) continue
    const days: number[] = []
    let length = 0
    let isKnown = true
    for (let weekday = 1; weekday <= lastWeekday; weekday++) {
      if (isWeekend[weekday] === 0) continue
      length++
      const own = day - lastWeekday + weekday
      if (own < 0 && !frame.hasHistory[employee]) isKnown = false
      if (own + pastDays >= 0) days.push(own + pastDays)
    }
    if (!isKnown || length < 2) continue
    for (const own of days) weekendOf[own] = weekends.length
    weekends.push({ days, length })
  }
  return { weight: use.weight, weekends, weekendOf }
}

class HalfWeekends implements LineTracker {
  readonly kind = 'line'
  readonly patternOnly = true
  private readonly grid: Grid
  private readonly people: readonly (readonly Entry[])[]

  constructor(grid: Grid, people: readonly (readonly Entry[])[]) {
    this.grid = grid
    this.people = people
  }

  reset(employee: number): number {
    let penalty = 0
    for (const entry of this.people[employee]!)
      for (let weekend = 0; weekend < entry.weekends.length; weekend++)
        penalty += entry.weight * this.isHalf(this.grid.before, employee * this.grid.rowCells, entry, weekend)
    return penalty
  }

  private isHalf(cells: Int32Array, rowStart: number, entry: Entry, weekend: number): number {
    const { days, length } = entry.weekends[weekend]!
    let worked = 0
    for (let i = 0; i < days.length; i++) if (cells[rowStart + days[i]! * this.grid.slots] !== 0) worked++
    return worked === 0 || worked === length ? 0 : 1
  }

  evaluate(change: Change): number {
    const { before, after } = this.grid
    const entries = this.people[change.employee]!
    let penalty = 0
    for (let e = 0; e < entries.length; e++) {
      const entry = entries[e]!
      let seen = -1
      for (let i = 0; i < change.dayCount; i++) {
        const weekend = entry.weekendOf[change.days[i]!]!
        if (weekend < 0 || weekend === seen) continue
        seen = weekend
        penalty +=
          entry.weight *
          (this.isHalf(after, change.rowStart, entry, weekend) - this.isHalf(before, change.rowStart, entry, weekend))
      }
    }
    return penalty
  }

  apply(): void {}
}
