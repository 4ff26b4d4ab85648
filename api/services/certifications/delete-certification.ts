import { sql } from 'drizzle-orm'
import { withOrg } from '../../../drizzle/client.ts'
import { certifications } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { countEach } from '../shared/count-each.ts'
import { requireUnused } from '../shared/require-unused.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { isThis, lockCertification } from './internal.ts'

/** Removes a certification that was entered by mistake. Throws `NotFound`, and `Conflict` while another one renews it. */
export const deleteCertification = async (ctx: Context, id: string): Promise<void> => {
  requirePermission(ctx, 'people:write')
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await lockCertification(ctx, tx, id)
    const uses = await countEach(tx, {
      renewal: sql`select from certifications where org_id = ${ctx.orgId} and renews_id = ${id}`,
    })
    requireUnused('certification', stored.number ?? id, uses)
    await tx.delete(certifications).where(isThis(ctx.orgId, id))
    const entry = { action: 'delete-certification', entity: 'certification', entityId: id, before: stored }
    await writeAudit(ctx, tx, entry)
  })
}
