import { and, asc, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { shiftTypes } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { listQuery } from '../../contract/envelope.ts'
import type { Page } from '../../middleware/envelope.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { columns, type ShiftType } from './internal.ts'

/** A page of the organisation's shift types by name. Throws `Invalid` for a bad cursor. */
export const listShiftTypes = async (ctx: Context, query: z.output<typeof listQuery>): Promise<Page<ShiftType[]>> => {
  requirePermission(ctx, 'places:read')
  const after = afterCursor([shiftTypes.name, shiftTypes.id], query.cursor)
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(columns)
      .from(shiftTypes)
      .where(and(eq(shiftTypes.orgId, ctx.orgId), isNull(shiftTypes.deletedAt), after))
      .orderBy(asc(shiftTypes.name), asc(shiftTypes.id))
      .limit(query.limit + 1),
  ])
  return cutPage(
    rows,
    query.limit,
    (row) => row,
    (row) => [row.name, row.id],
  )
}
