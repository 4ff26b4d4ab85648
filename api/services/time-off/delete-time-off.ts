import { withOrg } from '../../../drizzle/client.ts'
import { timeOffRequests } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { isThis, loadTimeOff } from './internal.ts'

/** Deletes one record of time off. Throws `NotFound`. */
export const deleteTimeOff = async (ctx: Context, id: string): Promise<void> => {
  requirePermission(ctx, 'people:write')
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await loadTimeOff(tx, ctx.orgId, id)
    await tx
      .update(timeOffRequests)
      .set({ deletedAt: ctx.clock.now(), version: stored.version + 1 })
      .where(isThis(ctx.orgId, id))
    const details = { employeeId: stored.employeeId }
    await writeAudit(ctx, tx, { action: 'delete-time-off', entity: 'time off', entityId: id, details })
  })
}
