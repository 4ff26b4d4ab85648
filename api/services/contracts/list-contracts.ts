import { and, asc, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { contracts } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { listQuery } from '../../contract/envelope.ts'
import type { Page } from '../../middleware/envelope.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { type Contract, columns } from './internal.ts'

/** A page of the organisation's contracts by name. Throws `Invalid` for a bad cursor. */
export const listContracts = async (ctx: Context, query: z.output<typeof listQuery>): Promise<Page<Contract[]>> => {
  requirePermission(ctx, 'people:read')
  const after = afterCursor([contracts.name, contracts.id], query.cursor)
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(columns)
      .from(contracts)
      .where(and(eq(contracts.orgId, ctx.orgId), isNull(contracts.deletedAt), after))
      .orderBy(asc(contracts.name), asc(contracts.id))
      .limit(query.limit + 1),
  ])
  return cutPage(
    rows,
    query.limit,
    (row) => row,
    (row) => [row.name, row.id],
  )
}
