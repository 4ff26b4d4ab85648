import { withOrg } from '../../../drizzle/client.ts'
import { apiKeys } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { isThis } from './internal.ts'

/** Ends a key at once; it stays on the list, and so do its lines in the log. Revoking again changes nothing. Throws `NotFound`. */
export const revokeApiKey = async (ctx: Context, id: string): Promise<void> => {
  requirePermission(ctx, 'keys:write')
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const [stored] = await tx.select().from(apiKeys).where(isThis(ctx.orgId, id)).for('update')
    if (stored === undefined) throw new NotFound('API key', id)
    if (stored.revokedAt !== null) return
    await tx
      .update(apiKeys)
      .set({ revokedAt: ctx.clock.now(), version: stored.version + 1 })
      .where(isThis(ctx.orgId, id))
    const details = { name: stored.name, prefix: stored.prefix }
    await writeAudit(ctx, tx, { action: 'revoke-api-key', entity: 'API key', entityId: id, details })
  })
}
