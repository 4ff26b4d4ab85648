import { and, type SQL } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { filteredQuery } from '../../contract/envelope.ts'
import type { Page } from '../../middleware/envelope.ts'
import { filterBy } from '../shared/filter.ts'
import { cutPage } from '../shared/keyset.ts'
import { byName, orderOf } from '../shared/sort.ts'
import { type AnyRecord, isKept, type RecordKind, storeOf } from './record-kind.ts'

/**
 * A page of the organisation's records in their kind's order, narrowed by `wanted`, filter and sort as asked. Throws `Invalid`
 * for a bad cursor, filter or sort.
 */
export const listRecords = async <Row extends AnyRecord, Input extends object>(
  ctx: Context,
  kind: RecordKind<Row, Input>,
  query: z.output<typeof filteredQuery>,
  wanted?: SQL,
): Promise<Page<Row[]>> => {
  requirePermission(ctx, kind.read)
  const { table, columns } = storeOf(kind)
  const order = orderOf(columns, { usual: kind.order, sortable: kind.sortable ?? byName.sortable }, query.sort)
  const narrowed = and(wanted, filterBy(columns, query.filter), order.beyond(query.cursor))
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(columns)
      .from(table)
      .where(and(isKept(kind, ctx), narrowed))
      .orderBy(...order.orderBy)
      .limit(query.limit + 1),
  ])
  return cutPage(rows as unknown as Row[], query.limit, (row) => row, order.keysOf)
}
