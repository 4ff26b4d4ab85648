import { sql } from 'drizzle-orm'
import { withOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { countEach } from '../shared/count-each.ts'
import { requireUnused } from '../shared/require-unused.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { isThis, lockEmployee } from './internal.ts'

/** Takes a person out of use; past rosters keep them. Throws `NotFound`, and `Conflict` while shifts lie ahead of them. */
export const deleteEmployee = async (ctx: Context, id: string): Promise<void> => {
  requirePermission(ctx, 'people:write')
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await lockEmployee(tx, ctx.orgId, id)
    const now = ctx.clock.now()
    const uses = await countEach(tx, {
      'coming assignment': sql`select from assignments where org_id = ${ctx.orgId} and employee_id = ${id} and ends_at > ${now.toISOString()}`,
    })
    requireUnused('employee', stored.name, uses)
    await tx
      .update(employees)
      .set({ deletedAt: now, version: stored.version + 1 })
      .where(isThis(ctx.orgId, id))
    const details = { number: stored.number }
    await writeAudit(ctx, tx, { action: 'delete-employee', entity: 'employee', entityId: id, details })
  })
}
