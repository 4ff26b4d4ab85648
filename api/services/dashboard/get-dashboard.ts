import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import { type dashboardQuery, dashboardSchema } from '../../contract/dashboard.ts'
import { requireSiteWithin } from '../shared/reach.ts'
import { dashboardStatement } from './dashboard-statement.ts'

/**
 * How the days from `from` to `to` stand, of one site or of all within reach: cover, open shifts, hours, cost, fairness, what waits
 * for a decision, what expires. One statement. Drafts count for those who may write rosters. Throws `NotFound` for a site beyond
 * reach; a site that does not exist has no shifts.
 */
export const getDashboard = async (
  ctx: Context,
  query: z.output<typeof dashboardQuery>,
): Promise<z.output<typeof dashboardSchema>> => {
  requirePermission(ctx, 'rosters:read')
  requirePermission(ctx, 'people:read')
  if (query.siteId !== undefined) requireSiteWithin(ctx, [query.siteId])
  const [{ rows }] = await readAsOrg(ctx.db, ctx.orgId, (read) => [read.execute(dashboardStatement(ctx, query))])
  return dashboardSchema.parse({ ...query, siteId: query.siteId ?? null, ...(rows[0]?.answer as object) })
}
