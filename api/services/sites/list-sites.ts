import { and, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { sites } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { filteredQuery } from '../../contract/envelope.ts'
import type { Page } from '../../middleware/envelope.ts'
import { filterBy } from '../shared/filter.ts'
import { cutPage } from '../shared/keyset.ts'
import { byName, orderOf } from '../shared/sort.ts'
import { columns, type Site } from './internal.ts'

/** A page of the organisation's sites by name, narrowed and sorted as asked. Throws `Invalid` for a bad cursor, filter or sort. */
export const listSites = async (ctx: Context, query: z.output<typeof filteredQuery>): Promise<Page<Site[]>> => {
  requirePermission(ctx, 'places:read')
  const order = orderOf(columns, byName, query.sort)
  const isWanted = and(filterBy(columns, query.filter), order.beyond(query.cursor))
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(columns)
      .from(sites)
      .where(and(eq(sites.orgId, ctx.orgId), isNull(sites.deletedAt), isWanted))
      .orderBy(...order.orderBy)
      .limit(query.limit + 1),
  ])
  return cutPage(rows, query.limit, (row) => row, order.keysOf)
}
