import type { PairTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { shiftsWith, trackPairs } from '../kit/pair-table.ts'
import type { BreakRequiredParams } from './spec.ts'

export function tracker(grid: Grid, uses: RuleUses<BreakRequiredParams>): PairTracker[] {
  const { frame } = grid
  const carried = Int32Array.from(frame.problem.shifts, (shift) => shift.breakMinutes ?? 0)
  const everything = shiftsWith(grid, () => true)
  return trackPairs(grid, uses, everything, (_, shift, { breaks }) => {
    let missing = 0
    for (const { overMinutes, breakMinutes } of breaks)
      if (frame.end[shift]! - frame.start[shift]! > overMinutes)
        missing = Math.max(missing, breakMinutes - carried[shift]!)
    return missing
  })
}
