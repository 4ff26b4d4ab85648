import { and, eq, or, type SQL } from 'drizzle-orm'
import { readAsOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { withinPeople } from '../shared/reach.ts'
import { type Employee, isOwn, isThis, toEmployee, withHeld } from './internal.ts'

/** Their own record is within everybody's reach. */
const withinReach = (ctx: Context): SQL | undefined => {
  const within = withinPeople(ctx)
  return within && or(within, eq(employees.userId, ctx.user.id))
}

/**
 * One employee with skills, contracts, sites and channels, in one round trip; everybody may read their own record. Throws
 * `Forbidden` for anything else without `people:read`, whether it exists or not, and `NotFound`.
 */
export const getEmployee = async (ctx: Context, id: string): Promise<Employee> => {
  const [row] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.query.employees.findFirst({ ...withHeld, where: and(isThis(ctx.orgId, id), withinReach(ctx)) }),
  ])
  if (row === undefined || !isOwn(ctx, row)) requirePermission(ctx, 'people:read')
  if (row === undefined) throw new NotFound('employee', id)
  return toEmployee(ctx, row)
}
