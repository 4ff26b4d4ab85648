// Incremental costs of two items of one line that stand close to each other.
import type { LineTracker } from './define-rule.ts'
import type { Change, Grid } from './grid.ts'

/** The penalty of two codes of a person, the earlier day (then start) first. */
export type PairCost = (employee: number, earlier: number, later: number) => number

/** Every two items at most `reachDays` apart; two on one day only when `sameDay`. Pairs wholly in the past are never asked. */
export class NearbyPairs implements LineTracker {
  readonly kind = 'line'
  readonly patternOnly = false
  private readonly grid: Grid
  private readonly reachDays: number
  private readonly sameDay: boolean
  private readonly cost: PairCost

  constructor(grid: Grid, reachDays: number, sameDay: boolean, cost: PairCost) {
    this.grid = grid
    this.reachDays = reachDays
    this.sameDay = sameDay && grid.slots > 1
    this.cost = cost
  }

  reset(employee: number): number {
    return this.sum(this.grid.before, employee, 0, this.grid.rowDays)
  }

  evaluate(change: Change): number {
    const { employee, from, to } = change
    return this.sum(this.grid.after, employee, from, to) - this.sum(this.grid.before, employee, from, to)
  }

  apply(): void {}

  /** Pairs of which at least one stands in [from, to). */
  private sum(cells: Int32Array, employee: number, from: number, to: number): number {
    const { grid, reachDays } = this
    const { slots } = grid
    const row = employee * grid.rowCells
    const last = Math.min(grid.rowDays, to + reachDays)
    let penalty = 0
    for (let day = Math.max(from, grid.pastDays); day < last; day++) {
      const cell = row + day * slots
      if (cells[cell] === 0) continue
      const newest = day >= to ? to - 1 : day - 1
      for (let other = Math.max(0, day - reachDays); other <= newest; other++) {
        if (other < from && day >= to) continue
        const otherCell = row + other * slots
        if (cells[otherCell] === 0) continue
        penalty +=
          slots === 1
            ? this.cost(employee, cells[otherCell]!, cells[cell]!)
            : this.cross(cells, employee, otherCell, cell)
      }
      if (this.sameDay && day < to) penalty += this.inside(cells, employee, cell)
    }
    return penalty
  }

  private cross(cells: Int32Array, employee: number, earlier: number, later: number): number {
    const { slots } = this.grid
    let penalty = 0
    for (let a = earlier; a < earlier + slots && cells[a] !== 0; a++)
      for (let b = later; b < later + slots && cells[b] !== 0; b++) penalty += this.cost(employee, cells[a]!, cells[b]!)
    return penalty
  }

  private inside(cells: Int32Array, employee: number, cell: number): number {
    const end = cell + this.grid.slots
    let penalty = 0
    for (let a = cell; a < end && cells[a] !== 0; a++)
      for (let b = a + 1; b < end && cells[b] !== 0; b++) penalty += this.cost(employee, cells[a]!, cells[b]!)
    return penalty
  }
}

/** Every two items that follow each other in a line, when no more than `reachDays` apart. */
export class AdjacentPairs implements LineTracker {
  readonly kind = 'line'
  readonly patternOnly = false
  private readonly grid: Grid
  private readonly reachDays: number
  private readonly cost: PairCost

  constructor(grid: Grid, reachDays: number, cost: PairCost) {
    this.grid = grid
    this.reachDays = reachDays
    this.cost = cost
  }

  reset(employee: number): number {
    return this.sum(this.grid.before, employee, 0, this.grid.rowDays)
  }

  evaluate(change: Change): number {
    const { employee, from, to } = change
    return this.sum(this.grid.after, employee, from, to) - this.sum(this.grid.before, employee, from, to)
  }

  apply(): void {}

  private sum(cells: Int32Array, employee: number, from: number, to: number): number {
    const { grid, reachDays } = this
    const { slots, rowDays, pastDays } = grid
    const row = employee * grid.rowCells
    let earlier = 0
    let earlierDay = 0
    for (let day = from - 1; day >= 0 && day >= from - reachDays && earlier === 0; day--) {
      earlier = lastOf(cells, row + day * slots, slots)
      earlierDay = day
    }
    const last = Math.min(rowDays, to + reachDays)
    let penalty = 0
    for (let day = from; day < last; day++) {
      const cell = row + day * slots
      for (let slot = cell; slot < cell + slots; slot++) {
        const code = cells[slot]!
        if (code === 0) break
        if (earlier !== 0 && day >= pastDays && day - earlierDay <= reachDays)
          penalty += this.cost(employee, earlier, code)
        if (day >= to) return penalty
        earlier = code
        earlierDay = day
      }
    }
    return penalty
  }
}

function lastOf(cells: Int32Array, cell: number, slots: number): number {
  for (let slot = cell + slots - 1; slot >= cell; slot--) if (cells[slot] !== 0) return cells[slot]!
  return 0
}

/** How many days apart two items can stand and still come within `slackMinutes` of each other; at least `leastDays`. */
export function reachDaysOf(grid: Grid, slackMinutes: number, leastDays: number): number {
  const earliest = new Float64Array(grid.rowDays).fill(Infinity)
  const latest = new Float64Array(grid.rowDays).fill(-Infinity)
  for (let code = 1; code < grid.startOf.length; code++) {
    const day = grid.dayOf[code]!
    if (day < 0 || day >= grid.rowDays) continue
    earliest[day] = Math.min(earliest[day]!, grid.startOf[code]!)
    latest[day] = Math.max(latest[day]!, grid.endOf[code]!)
  }
  let reach = leastDays
  for (let day = 0; day < grid.rowDays; day++)
    for (let later = day + reach + 1; later < grid.rowDays && later <= day + 16; later++)
      if (latest[day]! + slackMinutes > earliest[later]!) reach = later - day
  return reach
}
