import { withOrg } from '../../../drizzle/client.ts'
import { demand } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { isThis, loadDemand } from './internal.ts'

/** Deletes a line of demand; shifts that a roster opened from it stay. Throws `NotFound`. */
export const deleteDemand = async (ctx: Context, id: string): Promise<void> => {
  requirePermission(ctx, 'demand:write')
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const { day, siteId, shiftTypeId } = await loadDemand(tx, ctx, id)
    await tx.delete(demand).where(isThis(ctx, id))
    const details = { day, siteId, shiftTypeId }
    await writeAudit(ctx, tx, { action: 'delete-demand', entity: 'demand', entityId: id, details })
  })
}
