import { and, asc, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { apiKeys } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { listQuery } from '../../contract/envelope.ts'
import type { Page } from '../../middleware/envelope.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { type ApiKey, toApiKey } from './internal.ts'

/** A page of the organisation's keys, oldest first, revoked and expired ones as well. Throws `Invalid` for a bad cursor. */
export const listApiKeys = async (ctx: Context, query: z.output<typeof listQuery>): Promise<Page<ApiKey[]>> => {
  requirePermission(ctx, 'keys:write')
  const after = afterCursor([apiKeys.createdAt, apiKeys.id], query.cursor)
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select()
      .from(apiKeys)
      .where(and(eq(apiKeys.orgId, ctx.orgId), after))
      .orderBy(asc(apiKeys.createdAt), asc(apiKeys.id))
      .limit(query.limit + 1),
  ])
  return cutPage(rows, query.limit, toApiKey, (row) => [row.createdAt.toISOString(), row.id])
}
