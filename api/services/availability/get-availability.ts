import { withOrg } from '../../../drizzle/client.ts'
import type { Context } from '../../context.ts'
import { requireSelfOr } from '../exchange/internal.ts'
import { type Availability, loadAvailability, toAvailability } from './internal.ts'

/** One record of availability, one's own or anybody's for who reads people. Throws `NotFound`. */
export const getAvailability = async (ctx: Context, id: string): Promise<Availability> => {
  requireSelfOr(ctx, 'people:read')
  return withOrg(ctx.db, ctx.orgId, async (tx) => toAvailability(await loadAvailability(ctx, tx, id, 'read')))
}
