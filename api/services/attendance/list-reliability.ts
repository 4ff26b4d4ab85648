import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { reliabilityQuery, reliabilitySchema } from '../../contract/attendance.ts'
import type { Page } from '../../middleware/envelope.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { readableBy } from './readable-by.ts'
import { type Attended, reliabilityPercent } from './reliability-percent.ts'

type Reliability = z.output<typeof reliabilitySchema>

const days = 90

/** Active people with how they came to the shifts of the last 90 days, by name: oneself, or all within reach. */
export const listReliability = async (
  ctx: Context,
  query: z.output<typeof reliabilityQuery>,
): Promise<Page<Reliability[]>> => {
  const keys = [employees.name, employees.id] as const
  const rows = await withOrg(ctx.db, ctx.orgId, async (tx) =>
    tx
      .select({ employeeId: employees.id, employeeName: employees.name, attended: attendedBy(ctx) })
      .from(employees)
      .where(
        and(
          eq(employees.orgId, ctx.orgId),
          eq(employees.state, 'active'),
          isNull(employees.deletedAt),
          await readableBy(ctx, tx, employees.id, query.employeeId),
          afterCursor(keys, query.cursor),
        ),
      )
      .orderBy(...keys.map((key) => asc(key)))
      .limit(query.limit + 1),
  )
  const toItem = ({ attended, ...person }: (typeof rows)[number]): Reliability => ({
    ...person,
    ...attended,
    percent: reliabilityPercent(attended),
  })
  return cutPage(rows, query.limit, toItem, (row) => [row.employeeName, row.employeeId])
}

/**
 * Each published shift that is over counts once: by its entries, a missing clock-out before lateness. The outer
 * table is written by name: drizzle leaves it out of a selected column, and `id` alone would be anybody's.
 */
const attendedBy = (ctx: Context) => {
  const now = sql`${ctx.clock.now().toISOString()}::timestamptz`
  return sql<Attended>`(
    select json_build_object('shifts', count(*), 'onTime', count(*) filter (where how = 'on-time'),
      'late', count(*) filter (where how = 'late'), 'missedPunch', count(*) filter (where how = 'missed'),
      'noShow', count(*) filter (where how = 'none'))
    from (
      select coalesce((
        select case when bool_or(e.state = 'missed-punch') then 'missed' when bool_or(e.is_late) then 'late'
          when count(*) > 0 then 'on-time' end
        from time_entries e where e.org_id = a.org_id and e.shift_id = a.shift_id and e.employee_id = a.employee_id
      ), 'none') as how
      from assignments a
      join rosters r on r.org_id = a.org_id and r.id = a.roster_id and r.state = 'published'
      where a.org_id = ${ctx.orgId} and a.employee_id = employees.id
        and a.starts_at >= ${now} - make_interval(days => ${days}) and a.ends_at < ${now}
    ) shift)`
}
