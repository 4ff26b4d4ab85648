import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { Tables, valueTable } from '../kit/values.ts'
import { trackWindows } from '../kit/windowed-sums.ts'
import type { MinShiftsOfTypeParams } from './spec.ts'

export function tracker(grid: Grid, uses: RuleUses<MinShiftsOfTypeParams>): LineTracker[] {
  const tables = new Tables<Int32Array>()
  return trackWindows(grid, uses.people, ({ use }) =>
    use.params.limits.map((limit) => ({
      window: limit,
      value: tables.of(JSON.stringify([limit.type, limit.tag]), () => valueTable(grid.frame, 'count', limit)),
      countsDays: limit.counts === 'days',
      measure: { mode: 'below', bound: limit.min, slack: 0, sharePercent: 100, weight: use.weight },
      wantsComplete: true,
    })),
  )
}
