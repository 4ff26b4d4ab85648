import { readAsOrg } from '../../../drizzle/client.ts'
import { demand } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { columns, type Demand, isThis } from './internal.ts'

/** One line of demand. Throws `NotFound`. */
export const getDemand = async (ctx: Context, id: string): Promise<Demand> => {
  requirePermission(ctx, 'demand:read')
  const [[row]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.select(columns).from(demand).where(isThis(ctx, id)),
  ])
  if (row === undefined) throw new NotFound('demand', id)
  return row
}
