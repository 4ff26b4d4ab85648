import { readAsOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { type Employee, isOwn, isThis, toEmployee, withHeld } from './internal.ts'

/**
 * One employee with skills, contracts, sites and channels, in one round trip; everybody may read their own record. Throws
 * `Forbidden` for anything else without `people:read`, whether it exists or not, and `NotFound`.
 */
export const getEmployee = async (ctx: Context, id: string): Promise<Employee> => {
  const [row] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.query.employees.findFirst({ ...withHeld, where: isThis(ctx.orgId, id) }),
  ])
  if (row === undefined || !isOwn(ctx, row)) requirePermission(ctx, 'people:read')
  if (row === undefined) throw new NotFound('employee', id)
  return toEmployee(ctx, row)
}
