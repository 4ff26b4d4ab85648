import { type Context, requirePermission } from '../../context.ts'
import { inRules } from '../shared/in-rules.ts'
import { assembleGrid, type Grid } from './assemble-grid.ts'
import { requireVisible } from './internal.ts'
import { loadPlanning } from './load-planning.ts'
import { beyondIn } from './within-reach.ts'

/** Everything a roster page shows, in one database round trip, as the caller may read it. Throws `NotFound`. */
export const getGrid = async (ctx: Context, rosterId: string): Promise<Grid> => {
  requirePermission(ctx, 'rosters:read')
  const { rows, activeRunId } = await loadPlanning(ctx.db, ctx.orgId, rosterId)
  requireVisible(ctx, rows.roster)
  const beyond = await beyondIn(ctx, rows)
  return inRules(ctx, () => assembleGrid(rows, activeRunId, ctx.permissions, beyond))
}
