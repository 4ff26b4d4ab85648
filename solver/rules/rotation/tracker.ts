import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import type { Change, Grid } from '../kit/grid.ts'
import type { RotationParams } from './spec.ts'

export function tracker(grid: Grid, uses: RuleUses<RotationParams>): LineTracker[] {
  return uses.people.every((list) => list.length === 0) ? [] : [new StartSteps(grid, uses)]
}

class StartSteps implements LineTracker {
  readonly kind = 'line'
  readonly patternOnly = false
  private readonly grid: Grid
  private readonly people: RuleUses<RotationParams>['people']
  /** By code. */
  private readonly minuteOf: Int32Array

  constructor(grid: Grid, uses: RuleUses<RotationParams>) {
    this.grid = grid
    this.people = uses.people
    this.minuteOf = new Int32Array(grid.frame.itemCount + 1)
    this.minuteOf.set(grid.frame.startMinuteOfDay, 1)
  }

  reset(employee: number): number {
    return this.sum(this.grid.before, employee, 0, this.grid.rowDays)
  }

  evaluate(change: Change): number {
    const { before, after, rowDays } = this.grid
    const to = Math.min(rowDays, change.to + 1)
    return this.sum(after, change.employee, change.from, to) - this.sum(before, change.employee, change.from, to)
  }

  apply(): void {}

  private sum(cells: Int32Array, employee: number, from: number, to: number): number {
    const { slots, pastDays, rowCells } = this.grid
    const row = employee * rowCells
    let penalty = 0
    for (let day = Math.max(1, from, pastDays); day < to; day++) {
      const code = cells[row + day * slots]!
      const earlier = cells[row + (day - 1) * slots]!
      if (code === 0 || earlier === 0) continue
      const later = this.minuteOf[code]! - this.minuteOf[earlier]!
      if (later === 0) continue
      for (const { use, fromDay, untilDay } of this.people[employee]!) {
        if (day - pastDays < fromDay || day - pastDays >= untilDay) continue
        const allowed = later < 0 ? use.params.backwardMinutes : use.params.forwardMinutes
        penalty += use.weight * Math.max(0, Math.abs(later) - allowed)
      }
    }
    return penalty
  }
}
