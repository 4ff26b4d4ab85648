import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { employeeQuery } from '../../contract/people.ts'
import { Invalid } from '../../errors.ts'
import type { Page } from '../../middleware/envelope.ts'
import { filterBy } from '../shared/filter.ts'
import { cursorKeys, cutPage } from '../shared/keyset.ts'
import { departmentsWithin, sitesWithin, withinPeople } from '../shared/reach.ts'
import { orderOf } from '../shared/sort.ts'
import { type Employee, toEmployee, withHeld } from './internal.ts'

type Query = z.output<typeof employeeQuery>

const keys = [employees.name, employees.id] as const
const order = { usual: ['name', 'id'], sortable: ['name', 'number'] }
/** What the list may be narrowed by: nothing that some readers do not see. */
const fields = {
  id: employees.id,
  number: employees.number,
  name: employees.name,
  email: employees.email,
  state: employees.state,
  userId: employees.userId,
  designation: employees.designation,
  departmentId: employees.departmentId,
  teamId: employees.teamId,
  jobRoleId: employees.jobRoleId,
  supervisorId: employees.supervisorId,
  mentorId: employees.mentorId,
  managerId: employees.managerId,
  officeSiteId: employees.officeSiteId,
  country: employees.country,
  hiredOn: employees.hiredOn,
  terminatedOn: employees.terminatedOn,
}

/**
 * A page of employees by name, each with skills, contracts, sites and channels, in one round trip. `search` looks for its words
 * in name, number and e-mail; it has an order of its own and takes no filter. Throws `Invalid` for a bad cursor, filter or sort.
 */
export const listEmployees = async (ctx: Context, query: Query): Promise<Page<Employee[]>> => {
  requirePermission(ctx, 'people:read')
  const words = (query.search ?? '').split(/\s+/).filter((word) => word !== '')
  if (words.length > 0 && (query.filter ?? query.sort) !== undefined) {
    throw new Invalid('validation_failed', 'A search takes no filter and no sort. Leave out one or the other.')
  }
  const { orderBy, beyond, keysOf } = orderOf(fields, order, query.sort)
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.query.employees.findMany({
      ...withHeld,
      where: and(
        eq(employees.orgId, ctx.orgId),
        isNull(employees.deletedAt),
        query.state && eq(employees.state, query.state),
        words.length > 0
          ? isFound(ctx, words, query)
          : and(withinPeople(ctx), filterBy(fields, query.filter), beyond(query.cursor)),
      ),
      orderBy,
      limit: query.limit + 1,
    }),
  ])
  return cutPage(rows, query.limit, (row) => toEmployee(ctx, row), keysOf)
}

/** The people whom the database's own search answers: only there an index serves parts of words. */
const isFound = (ctx: Context, words: readonly string[], { cursor, limit, state }: Query): SQL => {
  const [name, id] = cursor === undefined ? [null, null] : cursorKeys(keys, cursor)
  const list = sql`array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`
  return sql`${employees.id} in (
    select found.id from search_employees(${list}, ${state ?? null}, ${departmentsWithin(ctx)}, ${sitesWithin(ctx)},
      ${name}::text, ${id}::uuid, ${limit + 1}) found
  )`
}
