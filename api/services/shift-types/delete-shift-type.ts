import { withOrg } from '../../../drizzle/client.ts'
import { shiftTypes } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { requireUnused } from '../shared/require-unused.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { isThis, loadShiftType } from './internal.ts'
import { usesOfShiftType } from './uses-of-shift-type.ts'

/** Takes a shift type out of use; past rosters keep it. Throws `NotFound`, and `Conflict` while something still needs it. */
export const deleteShiftType = async (ctx: Context, id: string): Promise<void> => {
  requirePermission(ctx, 'places:write')
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await loadShiftType(tx, ctx.orgId, id)
    requireUnused('shift type', stored.name, await usesOfShiftType(tx, ctx.orgId, id))
    await tx
      .update(shiftTypes)
      .set({ deletedAt: ctx.clock.now(), version: stored.version + 1 })
      .where(isThis(ctx.orgId, id))
    await writeAudit(ctx, tx, {
      action: 'delete-shift-type',
      entity: 'shift type',
      entityId: id,
      details: { code: stored.code },
    })
  })
}
