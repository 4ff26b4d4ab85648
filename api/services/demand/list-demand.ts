import { and, eq, gte, lte } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { demand } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { demandQuery } from '../../contract/workforce.ts'
import type { Page } from '../../middleware/envelope.ts'
import { filterBy } from '../shared/filter.ts'
import { cutPage } from '../shared/keyset.ts'
import { withinSites } from '../shared/reach.ts'
import { orderOf } from '../shared/sort.ts'
import { columns, type Demand } from './internal.ts'

/** A page of demand by day: of one site, or of the days from `from` to `to` (both included), filtered and sorted as asked. */
export const listDemand = async (ctx: Context, query: z.output<typeof demandQuery>): Promise<Page<Demand[]>> => {
  requirePermission(ctx, 'demand:read')
  const order = orderOf(columns, { usual: ['day', 'id'], sortable: ['day'] }, query.sort)
  const isWanted = and(
    eq(demand.orgId, ctx.orgId),
    query.siteId === undefined ? undefined : eq(demand.siteId, query.siteId),
    query.from === undefined ? undefined : gte(demand.day, query.from),
    query.to === undefined ? undefined : lte(demand.day, query.to),
    withinSites(ctx, demand.siteId),
    filterBy(columns, query.filter),
    order.beyond(query.cursor),
  )
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(columns)
      .from(demand)
      .where(isWanted)
      .orderBy(...order.orderBy)
      .limit(query.limit + 1),
  ])
  return cutPage(rows, query.limit, (row) => row, order.keysOf)
}
