import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { timeOffRequests } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { spanQuery } from '../../contract/workforce.ts'
import type { Page } from '../../middleware/envelope.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { columns, type TimeOff, toTimeOff } from './internal.ts'

/** A page of time off by its start: of one person, or what touches the time from `from` to `to`, as asked. */
export const listTimeOff = async (ctx: Context, query: z.output<typeof spanQuery>): Promise<Page<TimeOff[]>> => {
  requirePermission(ctx, 'people:read')
  const after = afterCursor([timeOffRequests.startsAt, timeOffRequests.id], query.cursor)
  const isWanted = and(
    eq(timeOffRequests.orgId, ctx.orgId),
    isNull(timeOffRequests.deletedAt),
    query.employeeId === undefined ? undefined : eq(timeOffRequests.employeeId, query.employeeId),
    query.from === undefined ? undefined : gt(timeOffRequests.endsAt, new Date(query.from)),
    query.to === undefined ? undefined : lt(timeOffRequests.startsAt, new Date(query.to)),
    after,
  )
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(columns)
      .from(timeOffRequests)
      .where(isWanted)
      .orderBy(asc(timeOffRequests.startsAt), asc(timeOffRequests.id))
      .limit(query.limit + 1),
  ])
  return cutPage(rows, query.limit, toTimeOff, (row) => [row.startsAt, row.id])
}
