import type { PairTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { shiftsWith, trackPairs } from '../kit/pair-table.ts'

export function tracker(grid: Grid, uses: RuleUses<unknown>): PairTracker[] {
  const { frame } = grid
  const { shifts, sites } = frame.problem
  const banned = shifts.map((shift, index) => {
    const names = new Set([...(shift.prohibited ?? []), ...(sites[frame.site[index]!]?.prohibited ?? [])])
    return new Set([...names].map((id) => frame.employeeIndex.get(id)!))
  })
  const banning = shiftsWith(grid, (shift) => banned[shift]!.size > 0)
  return trackPairs(grid, uses, banning, (employee, shift) => (banned[shift]!.has(employee) ? 1 : 0))
}
