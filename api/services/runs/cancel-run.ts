import { and, eq, inArray, sql } from 'drizzle-orm'
import { withOrg } from '../../../drizzle/client.ts'
import { rosterRuns } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { requireRun, runQuery } from './internal.ts'
import { type RunWire, runColumns, toRunWire } from './wire.ts'

/**
 * Asks a run to stop. One that nobody took up yet is cancelled at once; one at work hears of it after its current slice and
 * keeps its best roster so far. A run that has ended is answered as it is. Throws `NotFound`.
 */
export const cancelRun = async (ctx: Context, runId: string): Promise<RunWire> => {
  requirePermission(ctx, 'runs:start')
  const run = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const [found] = await runQuery(tx, ctx.orgId, runId)
    const before = requireRun(ctx, runId, found)
    const isWaiting = sql`${rosterRuns.state} = 'queued'`
    const [changed] = await tx
      .update(rosterRuns)
      .set({
        cancelRequested: true,
        state: sql`case when ${isWaiting} then 'cancelled' else ${rosterRuns.state} end`,
        finishedAt: sql`case when ${isWaiting} then now() end`,
      })
      .where(
        and(
          eq(rosterRuns.orgId, ctx.orgId),
          eq(rosterRuns.id, runId),
          eq(rosterRuns.cancelRequested, false),
          inArray(rosterRuns.state, ['queued', 'running']),
        ),
      )
      .returning(runColumns)
    if (changed === undefined) return before
    await writeAudit(ctx, tx, { action: 'cancel-run', entity: 'run', entityId: runId, details: {} })
    return changed
  })
  const { rosterId, state } = run
  ctx.waitUntil(ctx.live.publish(ctx.orgId, { type: 'run', runId, rosterId, state, point: null }))
  return toRunWire(run, ctx.permissions)
}
