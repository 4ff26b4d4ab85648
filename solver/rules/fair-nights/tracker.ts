import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import { trackFair } from '../kit/fair-burden.ts'
import type { Grid } from '../kit/grid.ts'
import { isNight } from '../kit/nights.ts'
import type { FairNightsParams } from './spec.ts'

export function tracker(grid: Grid, uses: RuleUses<FairNightsParams>): LineTracker[] {
  const { frame } = grid
  return trackFair(grid, uses, ({ params }) => [
    {
      isBurden: (shift) => isNight(frame, shift, params),
      carried: ({ nights }) => nights ?? 0,
      facts: {},
    },
  ])
}
