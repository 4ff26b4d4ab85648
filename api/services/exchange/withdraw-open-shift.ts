import { and, eq } from 'drizzle-orm'
import { withOrg } from '../../../drizzle/client.ts'
import { openShifts } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import { Conflict } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { lockOpenShift, type OpenShift, shiftData, toOpenShiftWire } from './internal.ts'
import { readOpenShift } from './open-shift.ts'
import { loseClaims } from './settle-exchanges.ts'

/** Nobody may take the shift any more; who asked is told. Throws `Conflict` unless it is open. */
export const withdrawOpenShift = async (ctx: Context, id: string, version: number): Promise<OpenShift> => {
  requirePermission(ctx, 'exchange:decide')
  const open = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const { open } = await lockOpenShift(ctx, tx, id)
    requireVersion('open shift', open, version)
    if (open.state !== 'open') throw new Conflict('conflict', `The shift is ${open.state} already.`, { id })
    await tx
      .update(openShifts)
      .set({ state: 'withdrawn', version: version + 1 })
      .where(and(eq(openShifts.orgId, ctx.orgId), eq(openShifts.id, id)))
    await loseClaims(ctx, tx, id, 'The shift is no longer offered', shiftData(open))
    await writeAudit(ctx, tx, { action: 'withdraw-open-shift', entity: 'open shift', entityId: id })
    return readOpenShift(ctx, tx, id)
  })
  ctx.waitUntil(dispatchOutbox(ctx))
  return toOpenShiftWire(open)
}
