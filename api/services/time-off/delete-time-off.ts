import { withOrg } from '../../../drizzle/client.ts'
import { timeOffRequests } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { isOwnRecord } from '../exchange/internal.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { isThis, lockTimeOff } from './internal.ts'
import { refuseOwnBegun } from './plan-decision.ts'
import { writeLedger } from './write-time-off.ts'

/** Deletes one record of time off; what it took goes back to the balance. Throws `NotFound`, and `Conflict` for one's own that has begun. */
export const deleteTimeOff = async (ctx: Context, id: string): Promise<void> => {
  requirePermission(ctx, 'people:write')
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await lockTimeOff(ctx, tx, id, 'people:write')
    if (await isOwnRecord(ctx, tx, stored.employeeId)) refuseOwnBegun(stored, ctx.clock.now())
    await tx
      .update(timeOffRequests)
      .set({ deletedAt: ctx.clock.now(), version: stored.version + 1 })
      .where(isThis(ctx.orgId, id))
    await writeLedger(ctx, tx, stored, null)
    const details = { employeeId: stored.employeeId }
    await writeAudit(ctx, tx, { action: 'delete-time-off', entity: 'time off', entityId: id, details })
  })
}
