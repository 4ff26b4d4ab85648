import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { sites } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { siteUpdate } from '../../contract/workforce.ts'
import { one } from '../shared/one.ts'
import { requireZone } from '../shared/require-zone.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { columns, isThis, loadSite, type Site } from './internal.ts'

type Change = { id: string; version: number; change: z.output<typeof siteUpdate> }

/** Changes the fields that are named. Throws `NotFound` and `VersionConflict`; violated constraints escape. */
export const updateSite = async (ctx: Context, { id, version, change }: Change): Promise<Site> => {
  requirePermission(ctx, 'places:write')
  requireZone(change.zone)
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await loadSite(tx, ctx.orgId, id)
    requireVersion('site', stored, version)
    const row = one(
      await tx
        .update(sites)
        .set({ ...change, version: version + 1 })
        .where(isThis(ctx.orgId, id))
        .returning(columns),
    )
    await writeAudit(ctx, tx, { action: 'update-site', entity: 'site', entityId: id, details: change })
    return row
  })
}
