import { withOrg } from '../../../drizzle/client.ts'
import { sites } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { requireUnused } from '../shared/require-unused.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { isThis, loadSite } from './internal.ts'
import { usesOfSite } from './uses-of-site.ts'

/** Takes a site out of use; past rosters keep it. Throws `NotFound`, and `Conflict` while something still needs it. */
export const deleteSite = async (ctx: Context, id: string): Promise<void> => {
  requirePermission(ctx, 'places:write')
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await loadSite(tx, ctx.orgId, id)
    requireUnused('site', stored.name, await usesOfSite(tx, ctx.orgId, id))
    await tx
      .update(sites)
      .set({ deletedAt: ctx.clock.now(), version: stored.version + 1 })
      .where(isThis(ctx.orgId, id))
    await writeAudit(ctx, tx, {
      action: 'delete-site',
      entity: 'site',
      entityId: id,
      details: { code: stored.code },
    })
  })
}
