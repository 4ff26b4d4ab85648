// Incremental costs of what one person does on one day.
import type { LineTracker } from './define-rule.ts'
import type { Change, Grid } from './grid.ts'

/** The penalty of a day of a person, whose slots begin at `cell`; asked for days of the period with work only. */
export type DayCost = (cells: Int32Array, cell: number, employee: number, day: number) => number

export class DayCosts implements LineTracker {
  readonly kind = 'line'
  readonly patternOnly = false
  private readonly grid: Grid
  private readonly cost: DayCost

  constructor(grid: Grid, cost: DayCost) {
    this.grid = grid
    this.cost = cost
  }

  reset(employee: number): number {
    const { grid } = this
    let penalty = 0
    for (let day = grid.pastDays; day < grid.rowDays; day++) {
      const cell = grid.cell(employee, day)
      if (grid.before[cell] !== 0) penalty += this.cost(grid.before, cell, employee, day - grid.pastDays)
    }
    return penalty
  }

  evaluate(change: Change): number {
    const { before, after, slots, pastDays } = this.grid
    let penalty = 0
    for (let i = 0; i < change.dayCount; i++) {
      const day = change.days[i]!
      const cell = change.rowStart + day * slots
      if (after[cell] !== 0) penalty += this.cost(after, cell, change.employee, day - pastDays)
      if (before[cell] !== 0) penalty -= this.cost(before, cell, change.employee, day - pastDays)
    }
    return penalty
  }

  apply(): void {}
}
