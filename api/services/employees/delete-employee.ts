import { withOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { isThis, lockEmployee } from './internal.ts'
import { requireNoComingWork } from './require-no-coming-work.ts'

/** Takes a person out of use; past rosters keep them. Throws `NotFound`, and `Conflict` while shifts lie ahead of them. */
export const deleteEmployee = async (ctx: Context, id: string): Promise<void> => {
  requirePermission(ctx, 'people:write')
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await lockEmployee(tx, ctx, id)
    await requireNoComingWork(ctx, tx, stored)
    await tx
      .update(employees)
      .set({ deletedAt: ctx.clock.now(), version: stored.version + 1 })
      .where(isThis(ctx.orgId, id))
    // The log outlives the person's record, so it holds the number and not the name.
    const details = { number: stored.number }
    await writeAudit(ctx, tx, { action: 'delete-employee', entity: 'employee', entityId: id, details })
  })
}
