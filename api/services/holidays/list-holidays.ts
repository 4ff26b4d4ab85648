import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { holidays } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { holidayQuery } from '../../contract/places.ts'
import type { Page } from '../../middleware/envelope.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { columns, type Holiday } from './internal.ts'

/** A page of holidays by day: of the days from `from` to `to` (both included), and of one site with those of all, as asked. */
export const listHolidays = async (ctx: Context, query: z.output<typeof holidayQuery>): Promise<Page<Holiday[]>> => {
  requirePermission(ctx, 'places:read')
  const isWanted = and(
    eq(holidays.orgId, ctx.orgId),
    query.from === undefined ? undefined : gte(holidays.day, query.from),
    query.to === undefined ? undefined : lte(holidays.day, query.to),
    query.siteId === undefined ? undefined : or(eq(holidays.siteId, query.siteId), isNull(holidays.siteId)),
    afterCursor([holidays.day, holidays.id], query.cursor),
  )
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(columns)
      .from(holidays)
      .where(isWanted)
      .orderBy(asc(holidays.day), asc(holidays.id))
      .limit(query.limit + 1),
  ])
  return cutPage(
    rows,
    query.limit,
    (row) => row,
    (row) => [row.day, row.id],
  )
}
