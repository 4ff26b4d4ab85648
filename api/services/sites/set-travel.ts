import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { sites, siteTravel } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { travelUpdate } from '../../contract/places.ts'
import { Invalid } from '../../errors.ts'
import { requireSiteWithin } from '../shared/reach.ts'
import { requireActive } from '../shared/require-active.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { isThis, loadSite } from './internal.ts'
import { type Travel, toTravel, travelQueries } from './travel-queries.ts'

type Change = { id: string; version: number } & z.output<typeof travelUpdate>

/**
 * Replaces the times given for the ways from a site. Throws `NotFound`, `VersionConflict` (by the site's version, which rises), and
 * `Invalid` for unknown sites, the site itself and a site named twice.
 */
export const setTravel = async (ctx: Context, { id, version, times }: Change): Promise<Travel> => {
  requirePermission(ctx, 'places:write')
  requireSiteWithin(ctx, [id])
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await loadSite(tx, ctx.orgId, id)
    requireVersion('site', stored, version)
    const targets = times.map(({ toSiteId }) => toSiteId)
    const wrong = targets.find((target, at) => target === id || targets.indexOf(target) !== at)
    if (wrong !== undefined) {
      throw new Invalid(
        'validation_failed',
        `The site "${wrong}" is the start itself or named twice. Name each other site once.`,
      )
    }
    await requireActive(tx, ctx.orgId, { sites: targets })
    await tx.delete(siteTravel).where(and(eq(siteTravel.orgId, ctx.orgId), eq(siteTravel.fromSiteId, id)))
    const rows = times.map((time) => ({ orgId: ctx.orgId, fromSiteId: id, ...time }))
    if (rows.length > 0) await tx.insert(siteTravel).values(rows)
    await tx
      .update(sites)
      .set({ version: version + 1 })
      .where(isThis(ctx.orgId, id))
    await writeAudit(ctx, tx, { action: 'set-travel', entity: 'site', entityId: id, details: { times } })
    const [others, given] = travelQueries(tx, ctx.orgId, id)
    return toTravel({ ...stored, version: version + 1 }, await others, await given)
  })
}
