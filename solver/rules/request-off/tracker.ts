import type { RuleUses, Tracker } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { trackRequests } from '../kit/request-tracker.ts'

export const tracker = (grid: Grid, uses: RuleUses<unknown>): Tracker[] => trackRequests(grid, uses, 'off')
