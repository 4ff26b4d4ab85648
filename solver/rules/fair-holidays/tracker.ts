import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import { trackFair } from '../kit/fair-burden.ts'
import type { Grid } from '../kit/grid.ts'
import { holidayTest } from '../kit/holidays.ts'

export function tracker(grid: Grid, uses: RuleUses<unknown>): LineTracker[] {
  const { frame } = grid
  return trackFair(grid, uses, () => [
    {
      isBurden: holidayTest(frame),
      carried: ({ holidays }) => holidays ?? 0,
      facts: {},
    },
  ])
}
