import type * as z from 'zod'
import { withOrg } from '../../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../../context.ts'
import type { versionRestore } from '../../../contract/roster-life.ts'
import { dispatchOutbox } from '../../../jobs/dispatch-outbox.ts'
import { writeAudit } from '../../shared/write-audit.ts'
import { applyEdit, type EditResult } from '../edits/apply-edit.ts'
import { editBetween } from '../edits/edit-between.ts'
import { announceRoster, lockRoster, requireDraft } from '../internal.ts'
import { loadPlanningIn } from '../load-planning.ts'
import { writeVersion, writeVersionUnlessKept } from './keep-version.ts'
import { requireVersionFound, versionById } from './read-versions.ts'
import { fromSnapshot } from './snapshot.ts'

/**
 * Makes a draft stand as a version holds it, as one edit under the rules of now: a stop refuses it, a warning needs the reason.
 * What stood is kept as a version first. `rosterVersion` is the roster's own. Throws `NotFound`, `roster_locked`, `VersionConflict`.
 */
export const restoreVersion = async (
  ctx: Context,
  id: string,
  rosterVersion: number,
  { reason }: z.output<typeof versionRestore>,
): Promise<EditResult> => {
  requirePermission(ctx, 'rosters:write')
  const { saved, result } = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const [found] = await versionById(tx, ctx.orgId, id)
    const { rosterId, number, snapshot } = requireVersionFound(ctx, id, found)
    const roster = await lockRoster(tx, ctx, rosterId, rosterVersion)
    requireDraft(roster)
    const { rows } = await loadPlanningIn(tx, ctx.orgId, rosterId)
    await writeVersionUnlessKept(ctx, tx, rosterId, rows, `Before version ${number} was restored`)
    const edit = { ...editBetween(rows, fromSnapshot(snapshot)), reason }
    const applied = await applyEdit(ctx, tx, roster, edit)
    const kept = { cause: 'restored' as const, note: `As version ${number}` }
    await writeVersion(ctx, tx, rosterId, applied.plan.after, kept)
    const details = { number, ...(reason && { reason }) }
    await writeAudit(ctx, tx, { action: 'restore-version', entity: 'roster', entityId: rosterId, details })
    return applied
  })
  announceRoster(ctx, saved)
  ctx.waitUntil(dispatchOutbox(ctx))
  return result
}
