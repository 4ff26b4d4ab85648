import { withOrg } from '../../../drizzle/client.ts'
import type { Context } from '../../context.ts'
import { requireSelfOr } from '../exchange/internal.ts'
import { readTimeOff, type TimeOff, toTimeOff } from './internal.ts'

/** One record of time off, one's own or anybody's for who reads people. Throws `NotFound`. */
export const getTimeOff = async (ctx: Context, id: string): Promise<TimeOff> => {
  requireSelfOr(ctx, 'people:read')
  return withOrg(ctx.db, ctx.orgId, async (tx) => toTimeOff(await readTimeOff(ctx, tx, id, 'people:read')))
}
