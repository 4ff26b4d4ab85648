import { and, eq } from 'drizzle-orm'
import { withOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { requirePeopleWithin, withinPeople } from '../shared/reach.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Employee, readEmployee } from './internal.ts'

/**
 * Brings back a person who was archived or deleted. Throws `NotFound`, `VersionConflict`, and `Conflict` for one who is active
 * or whose data were erased; `already_exists` escapes where number, e-mail or login belong to somebody else by now.
 */
export const restoreEmployee = async (
  ctx: Context,
  { id, version }: { id: string; version: number },
): Promise<Employee> => {
  requirePermission(ctx, 'people:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const isPerson = and(eq(employees.orgId, ctx.orgId), eq(employees.id, id), withinPeople(ctx))
    const [stored] = await tx.select().from(employees).where(isPerson).for('update')
    if (stored === undefined) throw new NotFound('employee', id)
    requireVersion('employee', stored, version)
    if (stored.erasedAt !== null) {
      throw new Conflict('conflict', `The data of employee "${id}" were erased on request. Add the person anew.`)
    }
    if (stored.state === 'active' && stored.deletedAt === null) {
      throw new Conflict('conflict', `The employee "${stored.name}" is active. There is nothing to restore.`)
    }
    await tx
      .update(employees)
      .set({ state: 'active', deletedAt: null, version: version + 1 })
      .where(isPerson)
    const was = stored.deletedAt === null ? stored.state : 'deleted'
    const change = { before: { state: was }, after: { state: 'active' } }
    await writeAudit(ctx, tx, { action: 'restore-employee', entity: 'employee', entityId: id, ...change })
    await requirePeopleWithin(ctx, tx, [id])
    return readEmployee(ctx, tx, id)
  })
}
