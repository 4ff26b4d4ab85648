import { withOrg } from '../../../drizzle/client.ts'
import { availability } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { requireSelfOr } from '../exchange/internal.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { isThis, loadAvailability } from './internal.ts'

/** Deletes one record of availability, one's own or anybody's for managers. Throws `NotFound`. */
export const deleteAvailability = async (ctx: Context, id: string): Promise<void> => {
  requireSelfOr(ctx, 'people:write')
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await loadAvailability(ctx, tx, id, 'write')
    await tx.delete(availability).where(isThis(ctx.orgId, id))
    const details = { employeeId: stored.employeeId }
    await writeAudit(ctx, tx, { action: 'delete-availability', entity: 'availability', entityId: id, details })
  })
}
