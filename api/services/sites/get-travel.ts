import { readAsOrg } from '../../../drizzle/client.ts'
import { sites } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { columns, isThis } from './internal.ts'
import { type Travel, toTravel, travelQueries } from './travel-queries.ts'

/** The ways from a site to every other one, in one round trip. Throws `NotFound`. */
export const getTravel = async (ctx: Context, id: string): Promise<Travel> => {
  requirePermission(ctx, 'places:read')
  const [[site], others, given] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.select(columns).from(sites).where(isThis(ctx.orgId, id)),
    ...travelQueries(read, ctx.orgId, id),
  ])
  if (site === undefined) throw new NotFound('site', id)
  return toTravel(site, others, given)
}
