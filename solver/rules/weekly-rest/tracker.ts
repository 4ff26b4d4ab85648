import { dayMinutes } from '../../model/time.ts'
import type { LineTracker, PersonUse, RuleUses } from '../kit/define-rule.ts'
import type { Change, Grid } from '../kit/grid.ts'
import { isJudged, periodTable } from '../kit/periods.ts'
import type { WeeklyRestParams } from './spec.ts'

interface Entry {
  minutes: number
  weight: number
  /** See windowStarts. */
  firstOf: Int32Array
  /** The longest window in days. */
  lengthDays: number
}

export function tracker(grid: Grid, uses: RuleUses<WeeklyRestParams>): LineTracker[] {
  const people = uses.people.map((list, employee) =>
    list.map((held) => ({
      minutes: held.use.params.minutes,
      weight: held.use.weight,
      firstOf: windowStarts(grid, held, employee),
      lengthDays: held.use.params.period === 'week' ? 7 : held.use.params.days,
    })),
  )
  return people.every((list) => list.length === 0) ? [] : [new LongRests(grid, people)]
}

/** By grid day of a window's last day: its first grid day (below zero before the grid), or `none` where none is judged. */
function windowStarts(grid: Grid, held: PersonUse<WeeklyRestParams>, employee: number): Int32Array {
  const { frame, pastDays, rowDays } = grid
  const { period, days } = held.use.params
  const starts = new Int32Array(rowDays).fill(none)
  if (period === 'week') {
    const table = periodTable(frame, 'week', 0)
    table.firstDay.forEach((first, index) => {
      if (isJudged(frame, table, index, employee, held.fromDay, held.untilDay, true))
        starts[pastDays + table.lastDay[index]!] = pastDays + first
    })
    return starts
  }
  for (let day = Math.max(0, held.fromDay); day < Math.min(frame.days, held.untilDay); day++)
    if (frame.hasHistory[employee] || day - days + 1 >= 0) starts[pastDays + day] = pastDays + day - days + 1
  return starts
}

const none = 1_000_000

class LongRests implements LineTracker {
  readonly kind = 'line'
  readonly patternOnly = false
  private readonly grid: Grid
  private readonly people: readonly (readonly Entry[])[]
  /** Instant of local midnight by day, counted from `marginDays` before the grid's first. */
  private readonly midnights: Int32Array
  /** Rests of the scanned days: where each begins and ends. */
  private readonly from: Float64Array
  private readonly to: Float64Array
  private count = 0
  /** Scanned codes by start. */
  private readonly order: Int32Array

  constructor(grid: Grid, people: readonly (readonly Entry[])[]) {
    this.grid = grid
    this.people = people
    const { frame, pastDays, rowDays } = grid
    const clock = frame.clocks.at(-1)!
    this.midnights = Int32Array.from({ length: rowDays + marginDays + 1 }, (_, index) =>
      clock.toInstant((frame.firstDay - pastDays - marginDays + index) * dayMinutes),
    )
    this.from = new Float64Array(grid.rowCells + 1)
    this.to = new Float64Array(grid.rowCells + 1)
    this.order = new Int32Array(grid.rowCells)
  }

  reset(employee: number): number {
    const { grid } = this
    return this.sum(grid.before, employee, 0, grid.rowDays)
  }

  /**
   * Rests differ only between the last work before the change and the first one that no shift of the change can reach
   * (shifts last a day at most); only windows that meet those rests can.
   */
  evaluate(change: Change): number {
    const entries = this.people[change.employee]!
    if (entries.length === 0) return 0
    const { before, after, slots, rowDays } = this.grid
    let first = change.from - 1
    while (first >= 0 && before[change.rowStart + first * slots] === 0) first--
    let next = change.to + 2
    while (next < rowDays && before[change.rowStart + next * slots] === 0) next++
    const lo = Math.max(0, first - 1)
    return this.sum(after, change.employee, lo, next) - this.sum(before, change.employee, lo, next)
  }

  apply(): void {}

  /** Penalty of the windows that end on `lo` or later and open no later than the day after `next`. */
  private sum(cells: Int32Array, employee: number, lo: number, next: number): number {
    let penalty = 0
    const { rowDays } = this.grid
    for (const { minutes, weight, firstOf, lengthDays } of this.people[employee]!) {
      const hi = Math.min(rowDays, next + lengthDays + 1)
      this.scan(cells, employee, lo - lengthDays - 2, hi)
      let rest = 0
      for (let day = lo; day < hi; day++) {
        const opens = firstOf[day]!
        if (opens === none) continue
        const begins = this.midnights[opens + marginDays]!
        const ends = this.midnights[day + 1 + marginDays]!
        while (rest < this.count && this.to[rest]! <= begins) rest++
        let longest = 0
        for (let i = rest; i < this.count && this.from[i]! < ends && longest < minutes; i++)
          longest = Math.max(longest, this.to[i]! - Math.max(begins, this.from[i]!))
        if (longest < minutes) penalty += weight * (minutes - longest)
      }
    }
    return penalty
  }

  /** Lists the rests between the work of [from, to) and the first work that follows; before and after lies endless rest. */
  private scan(cells: Int32Array, employee: number, from: number, to: number): void {
    const { grid, order } = this
    const end = (employee + 1) * grid.rowCells
    let codes = 0
    for (let cell = employee * grid.rowCells + Math.max(0, from) * grid.slots; cell < end; cell++) {
      const code = cells[cell]!
      if (code === 0) continue
      // Days of different zones may lie askew, so that starts are only nearly in order.
      let at = codes++
      while (at > 0 && grid.startOf[order[at - 1]!]! > grid.startOf[code]!) order[at] = order[--at]!
      order[at] = code
      if (grid.dayOf[code]! >= to + 2) break
    }
    let free = -Infinity
    this.count = 0
    for (let i = 0; i < codes; i++) {
      const start = grid.startOf[order[i]!]!
      if (start > free) {
        this.from[this.count] = free
        this.to[this.count++] = start
      }
      free = Math.max(free, grid.endOf[order[i]!]!)
    }
    this.from[this.count] = free
    this.to[this.count++] = Infinity
  }
}

/** Windows open at most this many days before the grid does. */
const marginDays = 31
