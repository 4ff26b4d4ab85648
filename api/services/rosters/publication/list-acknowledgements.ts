import { and, asc, eq, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../../drizzle/client.ts'
import { employees, rosterAcknowledgements } from '../../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../../context.ts'
import type { acknowledgementQuery, acknowledgementSchema } from '../../../contract/roster-life.ts'
import { NotFound } from '../../../errors.ts'
import type { Page } from '../../../middleware/envelope.ts'
import { afterCursor, cutPage } from '../../shared/keyset.ts'
import { withinPeople } from '../../shared/reach.ts'
import { requireVisible } from '../internal.ts'
import { rosterQuery } from '../planning-queries.ts'

type Acknowledgement = z.output<typeof acknowledgementSchema>

/** Everybody with a shift in the roster, by name, and when they confirmed it as it was last published. Throws `NotFound`. */
export const listAcknowledgements = async (
  ctx: Context,
  rosterId: string,
  query: z.output<typeof acknowledgementQuery>,
): Promise<Page<Acknowledgement[]>> => {
  requirePermission(ctx, 'people:read')
  requirePermission(ctx, 'rosters:read')
  const { orgId, employeeId, acknowledgedAt, versionNumber } = rosterAcknowledgements
  const published = sql`coalesce((select max(v.number) from roster_versions v where v.org_id = ${ctx.orgId}
    and v.roster_id = ${rosterId} and v.cause = 'published'), 1)`
  const hasShift = sql`exists (select from assignments a where a.org_id = ${ctx.orgId} and a.roster_id = ${rosterId}
    and a.employee_id = ${employees.id})`
  const hasSeen = and(
    eq(orgId, ctx.orgId),
    eq(rosterAcknowledgements.rosterId, rosterId),
    eq(employeeId, employees.id),
    sql`${versionNumber} >= ${published}`,
  )
  const seen = { true: sql`${acknowledgedAt} is null`, false: sql`${acknowledgedAt} is not null` }
  const keys = [employees.name, employees.id]
  const [[roster], rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    rosterQuery(read, ctx.orgId, rosterId),
    read
      .select({ employeeId: employees.id, name: employees.name, acknowledgedAt })
      .from(employees)
      .leftJoin(rosterAcknowledgements, hasSeen)
      .where(
        and(
          eq(employees.orgId, ctx.orgId),
          hasShift,
          withinPeople(ctx),
          query.pending && seen[query.pending],
          afterCursor(keys, query.cursor),
        ),
      )
      .orderBy(...keys.map((key) => asc(key)))
      .limit(query.limit + 1),
  ])
  if (roster === undefined) throw new NotFound('roster', rosterId)
  requireVisible(ctx, roster)
  const toWire = (row: (typeof rows)[number]): Acknowledgement => ({
    ...row,
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
  })
  return cutPage(rows, query.limit, toWire, (row) => [row.name, row.employeeId])
}
