import { and, asc, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { sites } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { listQuery } from '../../contract/envelope.ts'
import type { Page } from '../../middleware/envelope.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { columns, type Site } from './internal.ts'

/** A page of the organisation's sites by name. Throws `Invalid` for a bad cursor. */
export const listSites = async (ctx: Context, query: z.output<typeof listQuery>): Promise<Page<Site[]>> => {
  requirePermission(ctx, 'places:read')
  const after = afterCursor([sites.name, sites.id], query.cursor)
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(columns)
      .from(sites)
      .where(and(eq(sites.orgId, ctx.orgId), isNull(sites.deletedAt), after))
      .orderBy(asc(sites.name), asc(sites.id))
      .limit(query.limit + 1),
  ])
  return cutPage(
    rows,
    query.limit,
    (row) => row,
    (row) => [row.name, row.id],
  )
}
