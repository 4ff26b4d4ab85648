import { and, eq, sql } from 'drizzle-orm'
import { transact } from '../../../drizzle/client.ts'
import { members } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { countOwners, lockMember, replaceScopes } from './internal.ts'
import { requireMayGive } from './plan-membership.ts'

/**
 * Ends a membership: the person's next request finds nothing, their employee record loses its login, their account stays theirs.
 * Throws `NotFound`, `Forbidden` for an owner whom no owner removes, `Conflict` for the last one.
 */
export const removeMember = async (ctx: Context, id: string): Promise<void> => {
  requirePermission(ctx, 'members:write')
  const { orgId } = ctx
  await transact(ctx.authDb, async (tx) => {
    const owners = await countOwners(tx, orgId)
    const { userId, role } = await lockMember(tx, orgId, id)
    requireMayGive({ actor: ctx.role, from: role, to: null, owners })
    await replaceScopes(ctx, tx, { orgId, userId }, { siteIds: [], departmentIds: [] })
    await tx.execute(sql`update employees set user_id = null, version = version + 1, updated_at = now()
      where org_id = ${orgId} and user_id = ${userId}`)
    await tx.delete(members).where(and(eq(members.organizationId, orgId), eq(members.id, id)))
    const before = { userId, role }
    await writeAudit(ctx, tx, { action: 'remove-member', entity: 'member', entityId: id, before })
  })
}
