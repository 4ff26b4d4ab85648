import { and, asc, eq, gt, lt } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { availability } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { spanQuery } from '../../contract/workforce.ts'
import type { Page } from '../../middleware/envelope.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { type Availability, columns, toAvailability } from './internal.ts'

/** A page of availability by its start: of one person, or what touches the time from `from` to `to`, as asked. */
export const listAvailability = async (
  ctx: Context,
  query: z.output<typeof spanQuery>,
): Promise<Page<Availability[]>> => {
  requirePermission(ctx, 'people:read')
  const after = afterCursor([availability.startsAt, availability.id], query.cursor)
  const isWanted = and(
    eq(availability.orgId, ctx.orgId),
    query.employeeId === undefined ? undefined : eq(availability.employeeId, query.employeeId),
    query.from === undefined ? undefined : gt(availability.endsAt, new Date(query.from)),
    query.to === undefined ? undefined : lt(availability.startsAt, new Date(query.to)),
    after,
  )
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(columns)
      .from(availability)
      .where(isWanted)
      .orderBy(asc(availability.startsAt), asc(availability.id))
      .limit(query.limit + 1),
  ])
  return cutPage(rows, query.limit, toAvailability, (row) => [row.startsAt, row.id])
}
