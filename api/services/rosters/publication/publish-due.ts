import { and, eq } from 'drizzle-orm'
import { withOrg } from '../../../../drizzle/client.ts'
import { rosters } from '../../../../drizzle/schema/index.ts'
import type { Context } from '../../../context.ts'
import { DomainError } from '../../../errors.ts'
import { dispatchOutbox } from '../../../jobs/dispatch-outbox.ts'
import { notify } from '../../shared/notify.ts'
import { writeAudit } from '../../shared/write-audit.ts'
import { announceRoster, saveRoster } from '../internal.ts'
import type { RosterRow } from '../planning-rows.ts'
import { publishLocked } from '../publish-roster.ts'

/**
 * For the sweep: publishes a draft whose time has come. The rules are asked again; where they refuse, the time is taken back and
 * who set it is told why. Answers whether it was published.
 */
export const publishDue = async (ctx: Context, rosterId: string): Promise<boolean> => {
  try {
    return await publishIfDue(ctx, rosterId, async (tx, roster) => {
      const { saved } = await publishLocked(ctx, tx, roster, { message: roster.publishMessage })
      return saved
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const reason = error.message
    await publishIfDue(ctx, rosterId, async (tx, roster) => {
      const unset = { publishAt: null, publishMessage: null, publishBy: null }
      const saved = await saveRoster(tx, roster, ctx.orgId, unset)
      const userIds = roster.publishBy === null ? [] : [roster.publishBy]
      const data = { roster: roster.name, rosterId, reason }
      await notify(ctx, tx, { kind: 'publish-failed', to: { userIds }, data })
      await writeAudit(ctx, tx, { action: 'publish-failed', entity: 'roster', entityId: rosterId, details: { reason } })
      return saved
    })
    return false
  }
}

type Tx = Parameters<Parameters<typeof withOrg>[2]>[0]

/** Does nothing where somebody else published, moved or deleted it in the meantime. */
const publishIfDue = async (
  ctx: Context,
  rosterId: string,
  act: (tx: Tx, roster: RosterRow) => Promise<RosterRow>,
): Promise<boolean> => {
  const saved = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const isThis = and(eq(rosters.orgId, ctx.orgId), eq(rosters.id, rosterId))
    const [roster] = await tx.select().from(rosters).where(isThis).for('update')
    const isDue = roster?.publishAt != null && roster.publishAt <= ctx.clock.now() && roster.state === 'draft'
    return isDue ? act(tx, roster) : null
  })
  if (saved === null) return false
  announceRoster(ctx, saved)
  ctx.waitUntil(dispatchOutbox(ctx))
  return true
}
