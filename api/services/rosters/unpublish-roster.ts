import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { publishRequest } from '../../contract/rostering.ts'
import { Conflict } from '../../errors.ts'
import { settleExchanges } from '../exchange/settle-exchanges.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { announceRoster, lockRoster, saveRoster } from './internal.ts'
import { type RosterWire, toRosterWire } from './wire.ts'

/** Makes a published roster a draft again. Throws `roster_locked` for an archived one, `conflict` for a draft. */
export const unpublishRoster = async (
  ctx: Context,
  rosterId: string,
  version: number,
  input: z.output<typeof publishRequest>,
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
    const reopened = await saveRoster(tx, roster, ctx.orgId, { state: 'draft', publishedAt: null })
    await settleExchanges(ctx, tx)
    const details = { ...(input.message && { message: input.message }) }
    await writeAudit(ctx, tx, { action: 'unpublish-roster', entity: 'roster', entityId: rosterId, details })
    return reopened
  })
  announceRoster(ctx, saved)
  return toRosterWire(saved)
}
