import { readAsOrg } from '../../../drizzle/client.ts'
import { timeOffRequests } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { columns, isThis, type TimeOff, toTimeOff } from './internal.ts'

/** One record of time off. Throws `NotFound`. */
export const getTimeOff = async (ctx: Context, id: string): Promise<TimeOff> => {
  requirePermission(ctx, 'people:read')
  const [[row]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.select(columns).from(timeOffRequests).where(isThis(ctx.orgId, id)),
  ])
  if (row === undefined) throw new NotFound('time off', id)
  return toTimeOff(row)
}
