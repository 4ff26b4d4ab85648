import type { LineTracker, PersonUse, RuleUses } from '../kit/define-rule.ts'
import { type Change, type Grid, Runs } from '../kit/grid.ts'
import type { MaxConsecutiveDaysParams } from './spec.ts'

export const tracker = (grid: Grid, uses: RuleUses<MaxConsecutiveDaysParams>): LineTracker[] => [
  new LongRuns(grid, uses),
]

class LongRuns implements LineTracker {
  readonly kind = 'line'
  readonly patternOnly = true
  private readonly grid: Grid
  private readonly people: readonly (readonly PersonUse<MaxConsecutiveDaysParams>[])[]
  private readonly whole: Runs

  constructor(grid: Grid, uses: RuleUses<MaxConsecutiveDaysParams>) {
    this.grid = grid
    this.people = uses.people
    this.whole = new Runs(grid.rowDays)
  }

  reset(employee: number): number {
    const { grid, whole } = this
    whole.scan(grid.before, employee * grid.rowCells, grid.slots, 0, grid.rowDays)
    return this.sum(employee, whole)
  }

  evaluate(change: Change): number {
    return this.sum(change.employee, change.runsAfter) - this.sum(change.employee, change.runsBefore)
  }

  apply(): void {}

  private sum(employee: number, runs: Runs): number {
    const { pastDays } = this.grid
    const uses = this.people[employee]!
    let penalty = 0
    for (let u = 0; u < uses.length; u++) {
      const { use, fromDay, untilDay } = uses[u]!
      const limit = use.params.days
      for (let i = 0; i < runs.count; i++) {
        if (runs.isWork[i] === 0 || runs.end[i]! - runs.start[i]! <= limit) continue
        const first = Math.max(runs.start[i]! + limit, pastDays, pastDays + fromDay)
        const surplus = Math.min(runs.end[i]!, pastDays + untilDay) - first
        if (surplus > 0) penalty += surplus * use.weight
      }
    }
    return penalty
  }
}
