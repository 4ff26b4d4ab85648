import { and, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { contracts } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { filteredQuery } from '../../contract/envelope.ts'
import type { Page } from '../../middleware/envelope.ts'
import { filterBy } from '../shared/filter.ts'
import { cutPage } from '../shared/keyset.ts'
import { withRulesShownTo } from '../shared/rule-amounts.ts'
import { byName, orderOf } from '../shared/sort.ts'
import { type Contract, columns } from './internal.ts'

/** A page of the organisation's contracts by name, narrowed and sorted as asked. Throws `Invalid` for a bad cursor, filter or sort. */
export const listContracts = async (ctx: Context, query: z.output<typeof filteredQuery>): Promise<Page<Contract[]>> => {
  requirePermission(ctx, 'people:read')
  const order = orderOf(columns, byName, query.sort)
  const isWanted = and(filterBy(columns, query.filter), order.beyond(query.cursor))
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(columns)
      .from(contracts)
      .where(and(eq(contracts.orgId, ctx.orgId), isNull(contracts.deletedAt), isWanted))
      .orderBy(...order.orderBy)
      .limit(query.limit + 1),
  ])
  return cutPage(rows, query.limit, (row) => withRulesShownTo(ctx.permissions, row), order.keysOf)
}
