import { and, eq, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, transact } from '../../../drizzle/client.ts'
import { invitations, members, users } from '../../../drizzle/schema/index.ts'
import { sha256Hex } from '../../../platform/digest.ts'
import type { UserContext } from '../../context.ts'
import type { invitationAccept, invitationAccepted } from '../../contract/access.ts'
import { roles } from '../../contract/permissions.ts'
import { Conflict, Forbidden, NotFound } from '../../errors.ts'
import { replaceScopes } from '../members/internal.ts'
import { writeAudit } from '../shared/write-audit.ts'
import type { InvitationRow } from './internal.ts'

type Accepted = z.output<typeof invitationAccepted>

/**
 * Joins the organisation whose mail carried the code: membership, reach and the link to the employee record arise together, the
 * address counts as proven, and the organisation becomes active. Accepting again answers the same. Throws `NotFound` for a code
 * that is unknown, lapsed or withdrawn, `Forbidden` for another address than the invited one, `Conflict` for a linked record.
 */
export const acceptInvitation = async (
  ctx: UserContext,
  { token }: z.output<typeof invitationAccept>,
): Promise<Accepted> => {
  const tokenHash = await sha256Hex(token)
  const now = ctx.clock.now()
  const accepted = await transact(ctx.authDb, async (tx) => {
    const [stored] = await tx.select().from(invitations).where(eq(invitations.tokenHash, tokenHash)).for('update')
    const isOpen = stored?.status === 'accepted' || (stored?.status === 'pending' && stored.expiresAt > now)
    if (stored === undefined || !isOpen) throw new NotFound('invitation', `${token.slice(0, 6)}…`, 'that is open')
    if (stored.email !== ctx.user.email.toLowerCase()) {
      throw new Forbidden('This invitation was sent to another address. Sign in with that address and open it again.')
    }
    const role = roles.find((name) => name === stored.role) ?? 'viewer'
    if (stored.status === 'pending') await join(ctx, tx, stored)
    else await requireStillMember(tx, stored.organizationId, ctx.user.id)
    return { organisationId: stored.organizationId, role }
  })
  await ctx.activate(accepted.organisationId)
  return accepted
}

const join = async (ctx: UserContext, tx: Tx, invitation: InvitationRow): Promise<void> => {
  const { organizationId: orgId, role, employeeId } = invitation
  const userId = ctx.user.id
  const memberId = ctx.ids.next()
  await tx.insert(members).values({ id: memberId, organizationId: orgId, userId, role })
  await replaceScopes(ctx, tx, { orgId, userId }, invitation)
  if (employeeId !== null) await link(tx, { orgId, employeeId, userId })
  await tx.update(users).set({ emailVerified: true }).where(eq(users.id, userId))
  await tx.update(invitations).set({ status: 'accepted' }).where(eq(invitations.id, invitation.id))
  await writeAudit({ ...ctx, orgId, apiKeyId: null }, tx, {
    action: 'accept-invitation',
    entity: 'member',
    entityId: memberId,
    after: { userId, role, employeeId, siteIds: invitation.siteIds, departmentIds: invitation.departmentIds },
  })
}

type Link = { orgId: string; employeeId: string; userId: string }

const link = async (tx: Tx, { orgId, employeeId, userId }: Link): Promise<void> => {
  const { rowCount } =
    await tx.execute(sql`update employees set user_id = ${userId}, version = version + 1, updated_at = now()
    where org_id = ${orgId} and id = ${employeeId} and user_id is null and deleted_at is null`)
  if (rowCount === 0) {
    throw new Conflict('conflict', 'Your employee record is gone or has another login. Ask for a new invitation.')
  }
}

/** A code that was used does not bring back who was removed since. */
const requireStillMember = async (tx: Tx, orgId: string, userId: string): Promise<void> => {
  const [member] = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.organizationId, orgId), eq(members.userId, userId)))
  if (member === undefined) throw new Conflict('conflict', 'This invitation was used already. Ask for a new one.')
}
