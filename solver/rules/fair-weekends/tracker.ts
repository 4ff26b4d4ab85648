import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import { trackFair } from '../kit/fair-burden.ts'
import type { Grid } from '../kit/grid.ts'
import { weekendOf } from '../kit/weekends.ts'
import type { FairWeekendsParams } from './spec.ts'

export function tracker(grid: Grid, uses: RuleUses<FairWeekendsParams>): LineTracker[] {
  const { frame } = grid
  return trackFair(grid, uses, ({ params }) => [
    {
      isBurden: (shift) => weekendOf(frame, frame.day[shift]!, params.weekdays) !== null,
      groupOf: (shift) => weekendOf(frame, frame.day[shift]!, params.weekdays) ?? 0,
      carried: ({ weekends }) => weekends ?? 0,
      facts: {},
    },
  ])
}
