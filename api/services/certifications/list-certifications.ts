import { and, asc, eq, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { certifications, employees } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { certificationQuery } from '../../contract/certifications.ts'
import type { Page } from '../../middleware/envelope.ts'
import { filterBy } from '../shared/filter.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { ofPeopleWithin } from '../shared/reach.ts'
import { type Certification, columns, todayIn, toWire, zoneQuery } from './internal.ts'

/** By what the list is narrowed. The state on the wire follows from days, so those are asked for instead. */
const { id: _id, version: _version, state: _state, ...fields } = columns

/**
 * A page of certifications by their first day, of one person or one skill as asked. Without `people:read` only one's own.
 * Throws `Invalid` for a bad cursor or filter.
 */
export const listCertifications = async (
  ctx: Context,
  query: z.output<typeof certificationQuery>,
): Promise<Page<Certification[]>> => {
  const readsAll = ctx.permissions.has('people:read')
  if (!readsAll) requirePermission(ctx, 'self:write')
  const own = sql`${certifications.employeeId} in (
    select ${employees.id} from ${employees} where ${employees.orgId} = ${ctx.orgId} and ${employees.userId} = ${ctx.user.id})`
  const [rows, [settings]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(columns)
      .from(certifications)
      .where(
        and(
          eq(certifications.orgId, ctx.orgId),
          filterBy(fields, query.filter),
          query.employeeId === undefined ? undefined : eq(certifications.employeeId, query.employeeId),
          query.skillId === undefined ? undefined : eq(certifications.skillId, query.skillId),
          readsAll ? ofPeopleWithin(ctx, certifications.employeeId) : own,
          afterCursor([certifications.validFrom, certifications.id], query.cursor),
        ),
      )
      .orderBy(asc(certifications.validFrom), asc(certifications.id))
      .limit(query.limit + 1),
    zoneQuery(read, ctx.orgId),
  ])
  const today = todayIn(ctx, settings)
  return cutPage(
    rows,
    query.limit,
    (row) => toWire(row, today),
    (row) => [row.validFrom, row.id],
  )
}
