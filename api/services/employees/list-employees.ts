import { and, asc, eq, ilike, isNull, or } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { employeeQuery } from '../../contract/workforce.ts'
import type { Page } from '../../middleware/envelope.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { type Employee, toEmployee, withHeld } from './internal.ts'

/**
 * A page of employees by name, each with skills, contracts and sites, in one round trip. `search` looks for its words in name,
 * number and e-mail. Throws `Invalid` for a bad cursor.
 */
export const listEmployees = async (ctx: Context, query: z.output<typeof employeeQuery>): Promise<Page<Employee[]>> => {
  requirePermission(ctx, 'people:read')
  const after = afterCursor([employees.name, employees.id], query.cursor)
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.query.employees.findMany({
      ...withHeld,
      where: and(eq(employees.orgId, ctx.orgId), isNull(employees.deletedAt), matches(query.search), after),
      orderBy: [asc(employees.name), asc(employees.id)],
      limit: query.limit + 1,
    }),
  ])
  return cutPage(
    rows,
    query.limit,
    (row) => toEmployee(ctx, row),
    (row) => [row.name, row.id],
  )
}

/** Every word stands somewhere in the name, the number or the e-mail. */
const matches = (search = '') => {
  const words = search.split(/\s+/).filter((word) => word !== '')
  return and(
    ...words.map((word) => {
      const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
      return or(ilike(employees.name, pattern), ilike(employees.number, pattern), ilike(employees.email, pattern))
    }),
  )
}
