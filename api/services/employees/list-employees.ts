import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { employeeQuery } from '../../contract/people.ts'
import type { Page } from '../../middleware/envelope.ts'
import { afterCursor, cursorKeys, cutPage } from '../shared/keyset.ts'
import { type Employee, toEmployee, withHeld } from './internal.ts'

const keys = [employees.name, employees.id] as const

/**
 * A page of employees by name, each with skills, contracts, sites and channels, in one round trip. `search` looks for its words
 * in name, number and e-mail. Throws `Invalid` for a bad cursor.
 */
export const listEmployees = async (ctx: Context, query: z.output<typeof employeeQuery>): Promise<Page<Employee[]>> => {
  requirePermission(ctx, 'people:read')
  const words = (query.search ?? '').split(/\s+/).filter((word) => word !== '')
  const after = afterCursor(keys, query.cursor)
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.query.employees.findMany({
      ...withHeld,
      where: and(
        eq(employees.orgId, ctx.orgId),
        isNull(employees.deletedAt),
        query.state && eq(employees.state, query.state),
        words.length > 0 ? isFound(words, query) : after,
      ),
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

/** The people whom the database's own search answers: only there an index serves parts of words. */
const isFound = (words: readonly string[], { cursor, limit, state }: z.output<typeof employeeQuery>): SQL => {
  const [name, id] = cursor === undefined ? [null, null] : cursorKeys(keys, cursor)
  const list = sql`array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`
  return sql`${employees.id} in (
    select found.id from search_employees(${list}, ${state ?? null}, null, null, ${name}::text, ${id}::uuid, ${limit + 1}) found
  )`
}
