import { eq, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { Permission } from '../../contract/permissions.ts'
import { ownEmployee } from './own-employee.ts'
import { ofPeopleWithin } from './reach.ts'

/**
 * Condition on a column that names an employee: everybody within reach for who has the permission, else oneself alone. Throws
 * `Forbidden` without `self:write`, and for a login without a record. Undefined where everybody is within reach.
 */
export const ofSelfOr = async (
  ctx: Context,
  tx: Pick<Tx, 'select'>,
  permission: Permission,
  employeeId: PgColumn,
): Promise<SQL | undefined> => {
  if (ctx.permissions.has(permission)) return ofPeopleWithin(ctx, employeeId)
  requirePermission(ctx, 'self:write')
  return eq(employeeId, (await ownEmployee(ctx, tx)).id)
}
