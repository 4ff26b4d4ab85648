import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { employeeCreate } from '../../contract/workforce.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Employee, readEmployee, replaceHeld } from './internal.ts'

/**
 * Adds a person with skills, contracts and sites. Throws `Invalid` for unknown references; violated constraints escape:
 * `already_exists` for a number or e-mail in use, `validation_failed` for dates that cannot be or contracts that overlap.
 */
export const createEmployee = async (ctx: Context, input: z.output<typeof employeeCreate>): Promise<Employee> => {
  requirePermission(ctx, 'people:write')
  const { skills, contracts, siteIds, ...person } = input
  const id = ctx.ids.next()
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    await tx.insert(employees).values({ orgId: ctx.orgId, id, ...person })
    await replaceHeld(ctx, tx, id, { skills, contracts, siteIds })
    // The log outlives the person's record, so it holds the number and not the name.
    const details = { number: person.number }
    await writeAudit(ctx, tx, { action: 'create-employee', entity: 'employee', entityId: id, details })
    return readEmployee(ctx, tx, id)
  })
}
