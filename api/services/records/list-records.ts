import { and, asc, type SQL } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { listQuery } from '../../contract/envelope.ts'
import type { Page } from '../../middleware/envelope.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { type AnyRecord, isKept, type RecordKind, storeOf } from './record-kind.ts'

/** A page of the organisation's records in their kind's order, narrowed by `wanted`. Throws `Invalid` for a bad cursor. */
export const listRecords = async <Row extends AnyRecord, Input extends object>(
  ctx: Context,
  kind: RecordKind<Row, Input>,
  query: z.output<typeof listQuery>,
  wanted?: SQL,
): Promise<Page<Row[]>> => {
  requirePermission(ctx, kind.read)
  const { table, columns } = storeOf(kind)
  const keys = kind.order.map((field) => kind.columns[field])
  const after = afterCursor(keys, query.cursor)
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(columns)
      .from(table)
      .where(and(isKept(kind, ctx.orgId), wanted, after))
      .orderBy(...keys.map((key) => asc(key)))
      .limit(query.limit + 1),
  ])
  return cutPage(
    rows as unknown as Row[],
    query.limit,
    (row) => row,
    (row) => kind.order.map((field) => String(row[field])),
  )
}
