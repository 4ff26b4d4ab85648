import { and, asc, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { invitations } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { invitationQuery } from '../../contract/access.ts'
import type { Page } from '../../middleware/envelope.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { type Invitation, inState, toInvitation } from './internal.ts'

/** A page of the organisation's invitations, oldest first, of one state if asked. Throws `Invalid` for a bad cursor. */
export const listInvitations = async (
  ctx: Context,
  { state, cursor, limit }: z.output<typeof invitationQuery>,
): Promise<Page<Invitation[]>> => {
  requirePermission(ctx, 'members:write')
  const now = ctx.clock.now()
  const after = afterCursor([invitations.createdAt, invitations.id], cursor)
  const rows = await ctx.authDb.http
    .select()
    .from(invitations)
    .where(and(eq(invitations.organizationId, ctx.orgId), state && inState(state, now), after))
    .orderBy(asc(invitations.createdAt), asc(invitations.id))
    .limit(limit + 1)
  return cutPage(
    rows,
    limit,
    (row) => toInvitation(row, now),
    (row) => [row.createdAt.toISOString(), row.id],
  )
}
