import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { valueTable } from '../kit/values.ts'
import { trackWindows } from '../kit/windowed-sums.ts'
import type { MinMinutesParams } from './spec.ts'

export function tracker(grid: Grid, uses: RuleUses<MinMinutesParams>): LineTracker[] {
  const value = valueTable(grid.frame, 'minutes', {})
  return trackWindows(grid, uses.people, ({ use }) => [
    {
      window: use.params,
      value,
      countsDays: false,
      measure: { mode: 'below', bound: use.params.minutes, slack: 0, sharePercent: 100, weight: use.weight },
      wantsComplete: true,
    },
  ])
}
