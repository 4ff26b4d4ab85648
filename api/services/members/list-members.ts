import { and, asc, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { members, users } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { listQuery } from '../../contract/envelope.ts'
import type { Page } from '../../middleware/envelope.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { columns, type Member, toMember } from './internal.ts'

/** A page of the organisation's members in the order they joined, with what their role reaches. Throws `Invalid` for a bad cursor. */
export const listMembers = async (ctx: Context, query: z.output<typeof listQuery>): Promise<Page<Member[]>> => {
  requirePermission(ctx, 'members:write')
  const after = afterCursor([members.createdAt, members.id], query.cursor)
  const rows = await ctx.authDb.http
    .select(columns)
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.organizationId, ctx.orgId), after))
    .orderBy(asc(members.createdAt), asc(members.id))
    .limit(query.limit + 1)
  return cutPage(rows, query.limit, toMember, (row) => [row.joinedAt.toISOString(), row.id])
}
