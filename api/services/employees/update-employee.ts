import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { employeeUpdate } from '../../contract/workforce.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Employee, isThis, lockEmployee, readEmployee, replaceHeld } from './internal.ts'

type Change = { id: string; version: number; change: z.output<typeof employeeUpdate> }

/**
 * Changes the fields that are named; a list that is named (skills, contracts, siteIds) is replaced as a whole. Throws
 * `NotFound`, `VersionConflict`, and `Invalid` for unknown references; violated constraints escape.
 */
export const updateEmployee = async (ctx: Context, { id, version, change }: Change): Promise<Employee> => {
  requirePermission(ctx, 'people:write')
  const { skills, contracts, siteIds, ...person } = change
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await lockEmployee(tx, ctx.orgId, id)
    requireVersion('employee', stored, version)
    await tx
      .update(employees)
      .set({ ...person, version: version + 1 })
      .where(isThis(ctx.orgId, id))
    await replaceHeld(ctx, tx, id, {
      ...(skills !== undefined && { skills }),
      ...(contracts !== undefined && { contracts }),
      ...(siteIds !== undefined && { siteIds }),
    })
    const details = { number: stored.number, fields: Object.keys(change) }
    await writeAudit(ctx, tx, { action: 'update-employee', entity: 'employee', entityId: id, details })
    return readEmployee(ctx, tx, id)
  })
}
