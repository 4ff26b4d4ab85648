import { and, eq, ne } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { rosters } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { filteredQuery } from '../../contract/envelope.ts'
import type { Page } from '../../middleware/envelope.ts'
import { filterBy } from '../shared/filter.ts'
import { cutPage } from '../shared/keyset.ts'
import { withinRosters } from '../shared/reach.ts'
import { orderOf } from '../shared/sort.ts'
import { seesDrafts } from './internal.ts'
import { type RosterWire, toRosterWire } from './wire.ts'

const fields = {
  id: rosters.id,
  name: rosters.name,
  start: rosters.start,
  days: rosters.days,
  state: rosters.state,
  publishedAt: rosters.publishedAt,
}

/**
 * Rosters, latest period first unless sorted otherwise; drafts only for those who may write rosters. Throws `Invalid` for a bad
 * cursor, filter or sort.
 */
export const listRosters = async (ctx: Context, query: z.output<typeof filteredQuery>): Promise<Page<RosterWire[]>> => {
  requirePermission(ctx, 'rosters:read')
  const order = orderOf(fields, { usual: ['start', 'id'], sortable: ['start'] }, query.sort ?? '-start')
  const isWanted = and(withinRosters(ctx), filterBy(fields, query.filter), order.beyond(query.cursor))
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select()
      .from(rosters)
      .where(and(eq(rosters.orgId, ctx.orgId), seesDrafts(ctx) ? undefined : ne(rosters.state, 'draft'), isWanted))
      .orderBy(...order.orderBy)
      .limit(query.limit + 1),
  ])
  return cutPage(rows, query.limit, toRosterWire, order.keysOf)
}
