import { and, eq } from 'drizzle-orm'
import { withOrg } from '../../../drizzle/client.ts'
import { rosterRuns } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { requireProposal, requireRun, requireUndecided, runQuery } from './internal.ts'
import { type RunWire, runColumns, toRunWire } from './wire.ts'

/** Puts a proposal (or what is left of it) aside; the roster stays as it is. Throws `NotFound`, `conflict`. */
export const rejectProposal = async (ctx: Context, runId: string): Promise<RunWire> => {
  requirePermission(ctx, 'rosters:write')
  const run = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const [found] = await runQuery(tx, ctx.orgId, runId).for('update', { of: rosterRuns })
    const before = requireRun(ctx, runId, found)
    requireProposal(before)
    requireUndecided(before)
    if (before.decision === 'accepted-in-part') return before
    await writeAudit(ctx, tx, { action: 'reject-proposal', entity: 'run', entityId: runId, details: {} })
    return one(
      await tx
        .update(rosterRuns)
        .set({ decision: 'rejected' })
        .where(and(eq(rosterRuns.orgId, ctx.orgId), eq(rosterRuns.id, runId)))
        .returning(runColumns),
    )
  })
  return toRunWire(run, ctx.permissions)
}
