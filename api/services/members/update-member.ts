import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { transact } from '../../../drizzle/client.ts'
import { members } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { memberUpdate } from '../../contract/access.ts'
import { canBeScoped } from '../../contract/permissions.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { countOwners, lockMember, type Member, replaceScopes, requireScopes } from './internal.ts'
import { requireMayGive, requireScopable } from './plan-membership.ts'

type Change = { id: string; version: number; change: z.output<typeof memberUpdate> }

/** The member as it would stand: scopes that are not named stay, as long as the role can have any. Pure. */
const changed = (stored: Member, change: Change['change']): Pick<Member, 'role' | 'siteIds' | 'departmentIds'> => {
  const role = change.role ?? stored.role
  const kept = canBeScoped(role) ? stored : { siteIds: [], departmentIds: [] }
  return {
    role,
    siteIds: change.siteIds ?? kept.siteIds,
    departmentIds: change.departmentIds ?? kept.departmentIds,
  }
}

/**
 * Changes a member's role and what it reaches, from their next request on. Throws `NotFound`, `VersionConflict`, `Forbidden` where
 * only an owner may, `Conflict` for the last owner, `Invalid` for unknown sites or departments.
 */
export const updateMember = async (ctx: Context, { id, version, change }: Change): Promise<Member> => {
  requirePermission(ctx, 'members:write')
  const { orgId } = ctx
  await requireScopes(ctx, change)
  return transact(ctx.authDb, async (tx) => {
    const owners = await countOwners(tx, orgId)
    const stored = await lockMember(tx, orgId, id)
    requireVersion('member', stored, version)
    const next = changed(stored, change)
    requireMayGive({ actor: ctx.role, from: stored.role, to: next.role, owners })
    requireScopable(next.role, next)
    await tx
      .update(members)
      .set({ role: next.role, version: version + 1 })
      .where(and(eq(members.organizationId, orgId), eq(members.id, id)))
    await replaceScopes(ctx, tx, { orgId, userId: stored.userId }, next)
    const { name: _, email: __, ...before } = stored
    await writeAudit(ctx, tx, {
      action: 'update-member',
      entity: 'member',
      entityId: id,
      before,
      after: { ...before, ...next },
    })
    return { ...stored, ...next, version: version + 1 }
  })
}
