import type { PairTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { hasSkillFor } from '../kit/held-skills.ts'
import { shiftsWith, trackPairs } from '../kit/pair-table.ts'

export function tracker(grid: Grid, uses: RuleUses<unknown>): PairTracker[] {
  const { frame } = grid
  const wanted = frame.problem.shifts.map((shift) => shift.preferredSkills ?? [])
  const asking = shiftsWith(grid, (shift) => wanted[shift]!.length > 0)
  return trackPairs(grid, uses, asking, (employee, shift) =>
    wanted[shift]!.every((need) => hasSkillFor(frame, employee, need, shift)) ? 0 : 1,
  )
}
