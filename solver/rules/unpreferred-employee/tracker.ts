import type { PairTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { shiftsWith, trackPairs } from '../kit/pair-table.ts'

export function tracker(grid: Grid, uses: RuleUses<unknown>): PairTracker[] {
  const { shifts } = grid.frame.problem
  const indexOf = (id: string) => grid.frame.employeeIndex.get(id)!
  const named = shifts.map((shift) => new Set((shift.unpreferredEmployees ?? []).map(indexOf)))
  const asking = shiftsWith(grid, (shift) => named[shift]!.size > 0)
  return trackPairs(grid, uses, asking, (employee, shift) => (named[shift]!.has(employee) ? 1 : 0))
}
