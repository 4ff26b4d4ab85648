import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { shiftTypes } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { shiftTypeUpdate } from '../../contract/workforce.ts'
import { one } from '../shared/one.ts'
import { requireActive } from '../shared/require-active.ts'
import { skillIdsOf } from '../shared/skill-ids-of.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { columns, isThis, loadShiftType, type ShiftType } from './internal.ts'
import { settleBreaks } from './settle-breaks.ts'

type Change = { id: string; version: number; change: z.output<typeof shiftTypeUpdate> }

/** Changes the fields that are named. Throws `NotFound`, `VersionConflict`, and `Invalid` for unknown skills and breaks that cannot be; violated constraints escape. */
export const updateShiftType = async (ctx: Context, { id, version, change }: Change): Promise<ShiftType> => {
  requirePermission(ctx, 'places:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await loadShiftType(tx, ctx.orgId, id)
    requireVersion('shift type', stored, version)
    const { breaks = stored.breaks, durationMinutes = stored.durationMinutes } = change
    const said = change.breakMinutes ?? (breaks.length === 0 ? stored.breakMinutes : null)
    const breakMinutes = settleBreaks({ breaks, durationMinutes }, said)
    await requireActive(tx, ctx.orgId, { skills: skillIdsOf(change.skills) })
    const row = one(
      await tx
        .update(shiftTypes)
        .set({ ...change, breakMinutes, version: version + 1 })
        .where(isThis(ctx.orgId, id))
        .returning(columns),
    )
    await writeAudit(ctx, tx, {
      action: 'update-shift-type',
      entity: 'shift type',
      entityId: id,
      before: stored,
      after: row,
    })
    return row
  })
}
