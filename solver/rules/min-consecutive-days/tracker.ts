import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import { type Grid, Runs } from '../kit/grid.ts'
import { RunMinimum, type RunMinimumParams } from '../kit/run-minimum.ts'

export function tracker(grid: Grid, uses: RuleUses<RunMinimumParams>): LineTracker[] {
  return [new RunMinimum(grid, uses.people, true, new Runs(grid.rowDays))]
}
