import { readAsOrg } from '../../../drizzle/client.ts'
import { availability } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { type Availability, columns, isThis, toAvailability } from './internal.ts'

/** One record of availability. Throws `NotFound`. */
export const getAvailability = async (ctx: Context, id: string): Promise<Availability> => {
  requirePermission(ctx, 'people:read')
  const [[row]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.select(columns).from(availability).where(isThis(ctx.orgId, id)),
  ])
  if (row === undefined) throw new NotFound('availability', id)
  return toAvailability(row)
}
