import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { demand } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { demandCreate } from '../../contract/workforce.ts'
import { one } from '../shared/one.ts'
import { requireSiteWithin } from '../shared/reach.ts'
import { requireActive } from '../shared/require-active.ts'
import { skillIdsOf } from '../shared/skill-ids-of.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { columns, type Demand } from './internal.ts'

/**
 * Adds heads wanted of a shift type at a site on a local day. Throws `Invalid` for unknown references; violated constraints
 * escape: `already_exists` for the same demand twice, `validation_failed` for heads that do not rise.
 */
export const createDemand = async (ctx: Context, input: z.output<typeof demandCreate>): Promise<Demand> => {
  requirePermission(ctx, 'demand:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    requireSiteWithin(ctx, [input.siteId])
    await requireActive(tx, ctx.orgId, {
      sites: [input.siteId],
      shiftTypes: [input.shiftTypeId],
      skills: skillIdsOf(input.skills),
    })
    const row = one(
      await tx
        .insert(demand)
        .values({ orgId: ctx.orgId, id: ctx.ids.next(), ...input })
        .returning(columns),
    )
    await writeAudit(ctx, tx, { action: 'create-demand', entity: 'demand', entityId: row.id, details: input })
    return row
  })
}
