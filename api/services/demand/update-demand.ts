import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { demand } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { demandUpdate } from '../../contract/workforce.ts'
import { one } from '../shared/one.ts'
import { requireSiteWithin } from '../shared/reach.ts'
import { requireActive } from '../shared/require-active.ts'
import { skillIdsOf } from '../shared/skill-ids-of.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { columns, type Demand, isThis, loadDemand } from './internal.ts'

type Change = { id: string; version: number; change: z.output<typeof demandUpdate> }

/** Changes the fields that are named. Throws `NotFound`, `VersionConflict`, and `Invalid` for unknown references; violated constraints escape. */
export const updateDemand = async (ctx: Context, { id, version, change }: Change): Promise<Demand> => {
  requirePermission(ctx, 'demand:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await loadDemand(tx, ctx, id)
    requireVersion('demand', stored, version)
    requireSiteWithin(ctx, change.siteId === undefined ? [] : [change.siteId])
    await requireActive(tx, ctx.orgId, {
      sites: change.siteId === undefined ? [] : [change.siteId],
      shiftTypes: change.shiftTypeId === undefined ? [] : [change.shiftTypeId],
      skills: skillIdsOf(change.skills),
    })
    const row = one(
      await tx
        .update(demand)
        .set({ ...change, version: version + 1 })
        .where(isThis(ctx, id))
        .returning(columns),
    )
    await writeAudit(ctx, tx, { action: 'update-demand', entity: 'demand', entityId: id, details: change })
    return row
  })
}
