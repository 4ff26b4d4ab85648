import { withOrg } from '../../../../drizzle/client.ts'
import { type Context, requirePermission, requireVersion } from '../../../context.ts'
import { dispatchOutbox } from '../../../jobs/dispatch-outbox.ts'
import { writeAudit } from '../../shared/write-audit.ts'
import { announceRoster, lockRoster, requireVisible } from '../internal.ts'
import { loadPlanning } from '../load-planning.ts'
import { requireEditWithin, shownWithin } from '../within-reach.ts'
import { applyEdit, type EditResult, judged, requireEditable, toEditResult } from './apply-edit.ts'
import { auditOf } from './audit-of.ts'
import type { Edit } from './plan-edit.ts'

/**
 * Changes people, pins and shifts of a draft or published roster in one step, all or nothing, judged by the solver's rules.
 * A dry run answers the same and writes nothing. Throws what `applyEdit` throws, `NotFound` and `VersionConflict`.
 */
export const editRoster = async (
  ctx: Context,
  rosterId: string,
  version: number,
  edit: Edit,
  action = 'edit-roster',
): Promise<EditResult> => {
  requirePermission(ctx, 'rosters:write')
  if (edit.dryRun) {
    const { rows } = await loadPlanning(ctx.db, ctx.orgId, rosterId)
    requireVisible(ctx, rows.roster)
    requireVersion('roster', rows.roster, version)
    requireEditable(ctx, rows.roster)
    const change = judged(ctx, rows, edit)
    await withOrg(ctx.db, ctx.orgId, (tx) => requireEditWithin(ctx, tx, rows, change.plan))
    return shownWithin(ctx, rows, toEditResult(ctx, rows, change, rows.roster.version))
  }
  const { saved, result } = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const roster = await lockRoster(tx, ctx, rosterId, version)
    const applied = await applyEdit(ctx, tx, roster, edit)
    await writeAudit(ctx, tx, { action, entity: 'roster', entityId: rosterId, details: auditOf(edit) })
    return applied
  })
  announceRoster(ctx, saved)
  ctx.waitUntil(dispatchOutbox(ctx))
  return result
}
