import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { timeOffRequests } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { timeOffQuery } from '../../contract/time-off.ts'
import type { Page } from '../../middleware/envelope.ts'
import { requireSelfOr } from '../exchange/internal.ts'
import { filterBy } from '../shared/filter.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { ofSelfOr } from '../shared/of-self-or.ts'
import { columns, type TimeOff, toTimeOff } from './internal.ts'

const { id: _id, version: _version, startsAt: start, endsAt: end, ...named } = columns
/** By what the list is narrowed, in the wire's words. */
const fields = { ...named, start, end }

/**
 * A page of time off by its start, one's own or everybody's for who reads people: of one person, in one state, or what touches the time
 * from `from` to `to`, narrowed by the filter, as asked. Throws `Invalid` for a bad cursor or filter.
 */
export const listTimeOff = async (ctx: Context, query: z.output<typeof timeOffQuery>): Promise<Page<TimeOff[]>> => {
  requireSelfOr(ctx, 'people:read')
  const rows = await withOrg(ctx.db, ctx.orgId, async (tx) =>
    tx
      .select(columns)
      .from(timeOffRequests)
      .where(
        and(
          eq(timeOffRequests.orgId, ctx.orgId),
          isNull(timeOffRequests.deletedAt),
          await ofSelfOr(ctx, tx, 'people:read', timeOffRequests.employeeId),
          filterBy(fields, query.filter),
          query.employeeId === undefined ? undefined : eq(timeOffRequests.employeeId, query.employeeId),
          query.state === undefined ? undefined : eq(timeOffRequests.state, query.state),
          query.from === undefined ? undefined : gt(timeOffRequests.endsAt, new Date(query.from)),
          query.to === undefined ? undefined : lt(timeOffRequests.startsAt, new Date(query.to)),
          afterCursor([timeOffRequests.startsAt, timeOffRequests.id], query.cursor),
        ),
      )
      .orderBy(asc(timeOffRequests.startsAt), asc(timeOffRequests.id))
      .limit(query.limit + 1),
  )
  return cutPage(rows, query.limit, toTimeOff, (row) => [row.startsAt, row.id])
}
