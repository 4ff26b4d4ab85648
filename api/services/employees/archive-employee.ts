import { withOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import { Conflict } from '../../errors.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Employee, isThis, lockEmployee, readEmployee } from './internal.ts'
import { requireNoComingWork } from './require-no-coming-work.ts'

/**
 * Puts a person aside: nobody plans with them, everything stays readable. Throws `NotFound`, `VersionConflict`, and `Conflict`
 * for one who is archived already or has shifts ahead.
 */
export const archiveEmployee = async (
  ctx: Context,
  { id, version }: { id: string; version: number },
): Promise<Employee> => {
  requirePermission(ctx, 'people:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await lockEmployee(tx, ctx, id)
    requireVersion('employee', stored, version)
    if (stored.state === 'archived') {
      throw new Conflict(
        'conflict',
        `The employee "${stored.name}" is archived already. Restore them to plan with them.`,
      )
    }
    await requireNoComingWork(ctx, tx, stored)
    await tx
      .update(employees)
      .set({ state: 'archived', version: version + 1 })
      .where(isThis(ctx.orgId, id))
    const change = { before: { state: stored.state }, after: { state: 'archived' } }
    await writeAudit(ctx, tx, { action: 'archive-employee', entity: 'employee', entityId: id, ...change })
    return readEmployee(ctx, tx, id)
  })
}
