import type { PairTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { shiftsWith, trackPairs } from '../kit/pair-table.ts'
import { wishedMinutes } from '../kit/wishes.ts'

export function tracker(grid: Grid, uses: RuleUses<unknown>): PairTracker[] {
  const { frame } = grid
  const wishesOf = frame.problem.employees.map((employee) =>
    (employee.preferences ?? []).filter((wish) => wish.kind === 'preferred'),
  )
  if (wishesOf.every((wishes) => wishes.length === 0)) return []
  return trackPairs(
    grid,
    uses,
    shiftsWith(grid, () => true),
    (employee, shift) => {
      const wishes = wishesOf[employee]!
      return wishes.length === 0 ? 0 : frame.end[shift]! - frame.start[shift]! - wishedMinutes(frame, shift, wishes)
    },
  )
}
