import { readAsOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { type Employee, isThis, toEmployee, withHeld } from './internal.ts'

/** One employee with skills, contracts and sites, in one round trip. Throws `NotFound`. */
export const getEmployee = async (ctx: Context, id: string): Promise<Employee> => {
  requirePermission(ctx, 'people:read')
  const [row] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.query.employees.findFirst({ ...withHeld, where: isThis(ctx.orgId, id) }),
  ])
  if (row === undefined) throw new NotFound('employee', id)
  return toEmployee(ctx, row)
}
