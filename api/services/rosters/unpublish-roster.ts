import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { unpublishRequest } from '../../contract/roster-life.ts'
import { Conflict } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { settleExchanges } from '../exchange/settle-exchanges.ts'
import { requireReachOfAll } from '../shared/reach.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { announceRoster, lockRoster, peopleAt, saveRoster } from './internal.ts'
import { loadPlanningIn } from './load-planning.ts'
import { tellPeople } from './publication/tell-people.ts'
import { writeVersion } from './versions/keep-version.ts'
import { type RosterWire, toRosterWire } from './wire.ts'

/**
 * Makes a published roster a draft again: what stood is kept as a version, its people are told the reason. Throws
 * `roster_locked` for an archived one, `conflict` for a draft.
 */
export const unpublishRoster = async (
  ctx: Context,
  rosterId: string,
  version: number,
  { reason }: z.output<typeof unpublishRequest>,
): Promise<RosterWire> => {
  requirePermission(ctx, 'rosters:publish')
  const saved = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const roster = await lockRoster(tx, ctx, rosterId, version)
    if (roster.state === 'archived') {
      throw new Conflict('roster_locked', `Roster "${roster.name}" is archived. Copy it to plan it anew.`, { rosterId })
    }
    if (roster.state === 'draft') {
      throw new Conflict('conflict', `Roster "${roster.name}" is a draft already. Load it again.`, { rosterId })
    }
    const { rows } = await loadPlanningIn(tx, ctx.orgId, rosterId)
    await requireReachOfAll(ctx, peopleAt(rows))
    await writeVersion(ctx, tx, rosterId, rows, { cause: 'unpublished', note: reason })
    const reopened = await saveRoster(tx, roster, ctx.orgId, { state: 'draft', publishedAt: null })
    await settleExchanges(ctx, tx)
    await tellPeople(ctx, tx, rows, 'roster-unpublished', { reason })
    const details = { reason }
    await writeAudit(ctx, tx, { action: 'unpublish-roster', entity: 'roster', entityId: rosterId, details })
    return reopened
  })
  announceRoster(ctx, saved)
  ctx.waitUntil(dispatchOutbox(ctx))
  return toRosterWire(saved)
}
