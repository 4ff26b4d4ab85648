import { and, asc, eq, gte, inArray, isNull, lte, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { certifications, employees, organisationSettings, skills } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { expiringQuery, expiringSchema } from '../../contract/certifications.ts'
import type { Page } from '../../middleware/envelope.ts'
import { daysBetween } from '../rosters/local-time.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { withinPeople } from '../shared/reach.ts'
import { columns, todayIn, toWire, zoneQuery } from './internal.ts'

const next = alias(certifications, 'next')

/**
 * A page of the certifications of active people that end within `days` from today, soonest first, without those of which a
 * renewal is in force already. Throws `Invalid` for a bad cursor.
 */
export const listExpiring = async (
  ctx: Context,
  query: z.output<typeof expiringQuery>,
): Promise<Page<z.output<typeof expiringSchema>[]>> => {
  requirePermission(ctx, 'people:read')
  const now = ctx.clock.now().toISOString()
  const today = sql`(${now}::timestamptz at time zone ${organisationSettings.zone})::date`
  const [rows, [settings]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select({ ...columns, employeeName: employees.name, skillName: skills.name })
      .from(certifications)
      .innerJoin(organisationSettings, eq(organisationSettings.orgId, certifications.orgId))
      .innerJoin(employees, and(eq(employees.orgId, certifications.orgId), eq(employees.id, certifications.employeeId)))
      .innerJoin(skills, and(eq(skills.orgId, certifications.orgId), eq(skills.id, certifications.skillId)))
      .where(
        and(
          eq(certifications.orgId, ctx.orgId),
          inArray(certifications.state, ['active', 'renewal-pending']),
          gte(certifications.expiresOn, today),
          lte(certifications.expiresOn, sql`${today} + ${query.days}::int`),
          eq(employees.state, 'active'),
          isNull(employees.deletedAt),
          withinPeople(ctx),
          notExists(
            read
              .select({ one: sql`1` })
              .from(next)
              .where(and(eq(next.orgId, ctx.orgId), eq(next.renewsId, certifications.id), eq(next.state, 'active'))),
          ),
          afterCursor([certifications.expiresOn, certifications.id], query.cursor),
        ),
      )
      .orderBy(asc(certifications.expiresOn), asc(certifications.id))
      .limit(query.limit + 1),
    zoneQuery(read, ctx.orgId),
  ])
  const day = todayIn(ctx, settings)
  return cutPage(
    rows,
    query.limit,
    (row) => ({ ...toWire(row, day), daysLeft: daysBetween(day, row.expiresOn ?? day) }),
    (row) => [row.expiresOn ?? day, row.id],
  )
}
