import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { sites } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { siteCreate } from '../../contract/workforce.ts'
import { one } from '../shared/one.ts'
import { requireZone } from '../shared/require-zone.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { columns, type Site } from './internal.ts'

/** Adds a site. Violated constraints escape: `already_exists` for a code in use. */
export const createSite = async (ctx: Context, input: z.output<typeof siteCreate>): Promise<Site> => {
  requirePermission(ctx, 'places:write')
  requireZone(input.zone)
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const row = one(
      await tx
        .insert(sites)
        .values({ orgId: ctx.orgId, id: ctx.ids.next(), ...input })
        .returning(columns),
    )
    await writeAudit(ctx, tx, { action: 'create-site', entity: 'site', entityId: row.id, details: input })
    return row
  })
}
