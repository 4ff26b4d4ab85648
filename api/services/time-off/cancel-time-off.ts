import { withOrg } from '../../../drizzle/client.ts'
import { timeOffRequests } from '../../../drizzle/schema/index.ts'
import { type Context, requireVersion } from '../../context.ts'
import { Conflict } from '../../errors.ts'
import { isOwnRecord, requireSelfOr } from '../exchange/internal.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { columns, isThis, lockTimeOff, type TimeOff, toTimeOff } from './internal.ts'
import { refuseOwnBegun } from './plan-decision.ts'
import { writeLedger } from './write-time-off.ts'

/**
 * Takes a request back, one's own or anybody's for managers; what it took returns to the balance. Throws `NotFound`,
 * `VersionConflict`, and `Conflict` for what is over already, or one's own that is granted and has begun.
 */
export const cancelTimeOff = async (ctx: Context, id: string, version: number): Promise<TimeOff> => {
  requireSelfOr(ctx, 'people:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await lockTimeOff(ctx, tx, id, 'people:write')
    requireVersion('time off', stored, version)
    if (stored.state === 'rejected' || stored.state === 'cancelled') {
      throw new Conflict('conflict', `Time off ${id} is ${stored.state} already.`)
    }
    if (await isOwnRecord(ctx, tx, stored.employeeId)) refuseOwnBegun(stored, ctx.clock.now())
    const row = one(
      await tx
        .update(timeOffRequests)
        .set({ state: 'cancelled', version: version + 1 })
        .where(isThis(ctx.orgId, id))
        .returning(columns),
    )
    await writeLedger(ctx, tx, stored, row)
    const details = { employeeId: row.employeeId, was: stored.state }
    await writeAudit(ctx, tx, { action: 'cancel-time-off', entity: 'time off', entityId: id, details })
    return toTimeOff(row)
  })
}
