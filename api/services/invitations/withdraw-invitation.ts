import { and, eq } from 'drizzle-orm'
import { transact } from '../../../drizzle/client.ts'
import { invitations } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { writeAudit } from '../shared/write-audit.ts'

/** Takes an invitation back: its code opens nothing from now on. Again changes nothing. Throws `NotFound`, `Conflict` for an accepted one. */
export const withdrawInvitation = async (ctx: Context, id: string): Promise<void> => {
  requirePermission(ctx, 'members:write')
  await transact(ctx.authDb, async (tx) => {
    const isThis = and(eq(invitations.organizationId, ctx.orgId), eq(invitations.id, id))
    const [stored] = await tx.select().from(invitations).where(isThis).for('update')
    if (stored === undefined) throw new NotFound('invitation', id)
    if (stored.status === 'accepted') {
      throw new Conflict('conflict', `${stored.email} has accepted already. Remove the member instead.`)
    }
    if (stored.status !== 'pending') return
    await tx.update(invitations).set({ status: 'canceled' }).where(isThis)
    const details = { role: stored.role }
    await writeAudit(ctx, tx, { action: 'withdraw-invitation', entity: 'invitation', entityId: id, details })
  })
}
