import { and, eq } from 'drizzle-orm'
import { withOrg } from '../../../drizzle/client.ts'
import { rosters } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { requireReachOfAll } from '../shared/reach.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { peopleIn, requireDraft, requireNoRun, requireVisible } from './internal.ts'
import { activeRunQuery, rosterQuery } from './planning-queries.ts'

/** Deletes a draft with its shifts, assignments and runs. Throws `roster_locked`, and `run_in_progress` while a run is at work. */
export const deleteRoster = async (ctx: Context, rosterId: string): Promise<void> => {
  requirePermission(ctx, 'rosters:write')
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const [roster] = await rosterQuery(tx, ctx.orgId, rosterId).for('update')
    if (roster === undefined) throw new NotFound('roster', rosterId)
    requireVisible(ctx, roster)
    requireDraft(roster)
    const [run] = await activeRunQuery(tx, ctx.orgId, rosterId)
    requireNoRun(roster, run?.id ?? null)
    await requireReachOfAll(ctx, await peopleIn(tx, ctx.orgId, rosterId))
    await tx.delete(rosters).where(and(eq(rosters.orgId, ctx.orgId), eq(rosters.id, rosterId)))
    const details = { name: roster.name, start: roster.start, days: roster.days }
    await writeAudit(ctx, tx, { action: 'delete-roster', entity: 'roster', entityId: rosterId, details })
  })
}
