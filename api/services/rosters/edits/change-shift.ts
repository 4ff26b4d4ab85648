// One shift of a roster: opened, moved or resized, deleted. Each is an edit of its roster.
import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../../drizzle/client.ts'
import { rosters, shifts } from '../../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../../context.ts'
import type { shiftCreate, shiftDelete, shiftUpdate } from '../../../contract/roster-edits.ts'
import { NotFound } from '../../../errors.ts'
import { dispatchOutbox } from '../../../jobs/dispatch-outbox.ts'
import { reachesRoster } from '../../shared/reach.ts'
import { writeAudit } from '../../shared/write-audit.ts'
import { announceRoster, lockRoster } from '../internal.ts'
import type { RosterRow } from '../planning-rows.ts'
import { applyEdit, type EditResult } from './apply-edit.ts'
import { auditOf } from './audit-of.ts'
import { type Edit, noChanges } from './plan-edit.ts'

/** Opens a shift in a draft or published roster. Throws what `applyEdit` throws, `NotFound` and `VersionConflict`. */
export const createShift = async (
  ctx: Context,
  rosterId: string,
  version: number,
  { reason, ...shift }: z.output<typeof shiftCreate>,
): Promise<EditResult> => {
  requirePermission(ctx, 'rosters:write')
  return write(ctx, 'create-shift', async (tx) => ({
    roster: await lockRoster(tx, ctx, rosterId, version),
    edit: { ...noChanges, createShifts: [shift], dryRun: false, reason },
  }))
}

/** Moves, resizes or otherwise changes a shift; the people on it go with it where the rules let them. */
export const updateShift = async (
  ctx: Context,
  id: string,
  version: number,
  { reason, ...change }: z.output<typeof shiftUpdate>,
): Promise<EditResult> => {
  requirePermission(ctx, 'rosters:write')
  return write(ctx, 'update-shift', async (tx) => ({
    roster: await lockRosterOf(ctx, tx, id, version),
    edit: { ...noChanges, updateShifts: [{ ...change, id }], dryRun: false, reason },
  }))
}

/** Deletes a shift; the people on it are free again. */
export const deleteShift = async (
  ctx: Context,
  id: string,
  version: number,
  { reason }: z.output<typeof shiftDelete>,
): Promise<EditResult> => {
  requirePermission(ctx, 'rosters:write')
  return write(ctx, 'delete-shift', async (tx) => ({
    roster: await lockRosterOf(ctx, tx, id, version),
    edit: { ...noChanges, deleteShifts: [id], dryRun: false, reason },
  }))
}

const write = async (
  ctx: Context,
  action: string,
  prepare: (tx: Tx) => Promise<{ roster: RosterRow; edit: Edit }>,
): Promise<EditResult> => {
  const { saved, result } = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const { roster, edit } = await prepare(tx)
    const applied = await applyEdit(ctx, tx, roster, edit)
    await writeAudit(ctx, tx, { action, entity: 'roster', entityId: roster.id, details: auditOf(edit) })
    return applied
  })
  announceRoster(ctx, saved)
  ctx.waitUntil(dispatchOutbox(ctx))
  return result
}

/** Locks the roster of a shift and compares the shift's version under the lock. Throws `NotFound`, `VersionConflict`. */
const lockRosterOf = async (ctx: Context, tx: Tx, shiftId: string, version: number): Promise<RosterRow> => {
  const isShift = and(eq(shifts.orgId, ctx.orgId), eq(shifts.id, shiftId))
  const [seen] = await tx.select({ rosterId: shifts.rosterId }).from(shifts).where(isShift)
  if (seen === undefined) throw new NotFound('shift', shiftId)
  const isRoster = and(eq(rosters.orgId, ctx.orgId), eq(rosters.id, seen.rosterId))
  const [roster] = await tx.select().from(rosters).where(isRoster).for('update')
  const [shift] = await tx.select({ id: shifts.id, version: shifts.version }).from(shifts).where(isShift)
  if (roster === undefined || shift === undefined || !reachesRoster(ctx, roster)) throw new NotFound('shift', shiftId)
  requireVersion('shift', shift, version)
  return roster
}
