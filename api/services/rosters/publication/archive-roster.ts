import { withOrg } from '../../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../../context.ts'
import { Conflict } from '../../../errors.ts'
import { dispatchOutbox } from '../../../jobs/dispatch-outbox.ts'
import { settleExchanges } from '../../exchange/settle-exchanges.ts'
import { requireReachOfAll } from '../../shared/reach.ts'
import { writeAudit } from '../../shared/write-audit.ts'
import { announceRoster, lockRoster, peopleIn, saveRoster } from '../internal.ts'
import { type RosterWire, toRosterWire } from '../wire.ts'

/** Puts a published roster away: it can be read and copied, never changed. Throws `conflict` for any other state. */
export const archiveRoster = async (ctx: Context, rosterId: string, version: number): Promise<RosterWire> => {
  requirePermission(ctx, 'rosters:publish')
  const saved = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const roster = await lockRoster(tx, ctx, rosterId, version)
    if (roster.state !== 'published') {
      const message = `Roster "${roster.name}" is ${roster.state}. Only a published one can be archived.`
      throw new Conflict('conflict', message, { rosterId, state: roster.state })
    }
    await requireReachOfAll(ctx, await peopleIn(tx, ctx.orgId, rosterId))
    const archived = await saveRoster(tx, roster, ctx.orgId, { state: 'archived' })
    await settleExchanges(ctx, tx)
    await writeAudit(ctx, tx, { action: 'archive-roster', entity: 'roster', entityId: rosterId, details: {} })
    return archived
  })
  announceRoster(ctx, saved)
  ctx.waitUntil(dispatchOutbox(ctx))
  return toRosterWire(saved)
}
