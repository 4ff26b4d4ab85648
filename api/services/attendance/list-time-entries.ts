import { and, asc, eq, gte, lte } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { employees, timeEntries } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { timeEntryQuery } from '../../contract/attendance.ts'
import type { Page } from '../../middleware/envelope.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { entryColumns, isPersonOfEntry, type TimeEntry, toEntryWire } from './internal.ts'
import { readableBy } from './readable-by.ts'

/** Worked time by day: one's own, or everybody's within reach for who reads attendance. */
export const listTimeEntries = async (
  ctx: Context,
  query: z.output<typeof timeEntryQuery>,
): Promise<Page<TimeEntry[]>> => {
  const keys = [timeEntries.day, timeEntries.id] as const
  const rows = await withOrg(ctx.db, ctx.orgId, async (tx) =>
    tx
      .select(entryColumns)
      .from(timeEntries)
      .innerJoin(employees, isPersonOfEntry)
      .where(
        and(
          eq(timeEntries.orgId, ctx.orgId),
          await readableBy(ctx, tx, timeEntries.employeeId, query.employeeId),
          query.from === undefined ? undefined : gte(timeEntries.day, query.from),
          query.to === undefined ? undefined : lte(timeEntries.day, query.to),
          afterCursor(keys, query.cursor),
        ),
      )
      .orderBy(...keys.map((key) => asc(key)))
      .limit(query.limit + 1),
  )
  return cutPage(rows, query.limit, toEntryWire, (row) => [row.day, row.id])
}
