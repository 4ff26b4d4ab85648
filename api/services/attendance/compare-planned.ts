import { sql } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { employees, timeEntries } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { comparisonQuery, comparisonRow } from '../../contract/attendance.ts'
import type { Page } from '../../middleware/envelope.ts'
import { cursorKeys, cutPage } from '../shared/keyset.ts'
import { requireSiteWithin, sitesWithin, withinPeople } from '../shared/reach.ts'

type Row = z.output<typeof comparisonRow>

/**
 * A page of planned (published) and worked minutes by day and person, in one statement; days with neither are left out. A no-show is a day
 * with a shift that is over and no entry of that day.
 */
export const comparePlanned = async (ctx: Context, query: z.output<typeof comparisonQuery>): Promise<Page<Row[]>> => {
  requirePermission(ctx, 'attendance:read')
  requireSiteWithin(ctx, query.siteId === undefined ? [] : [query.siteId])
  const reach = sitesWithin(ctx)
  const bySite = (column: ReturnType<typeof sql>) =>
    query.siteId === undefined
      ? reach === null
        ? sql`true`
        : sql`${column} = any(${reach})`
      : sql`${column} = ${query.siteId}`
  const byPerson = (column: ReturnType<typeof sql>) =>
    query.employeeId === undefined ? sql`true` : sql`${column} = ${query.employeeId}`
  const [day, name, id] =
    query.cursor === undefined ? [] : cursorKeys([timeEntries.day, employees.name, employees.id], query.cursor)
  const from = day ?? query.from
  const beyond =
    day === undefined
      ? sql`true`
      : sql`(day, ${employees.name}, ${employees.id}) > (${day}::date, ${name}, ${id}::uuid)`
  const [{ rows }] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.execute<Row>(sql`
      with planned as (
        select a.employee_id, s.day, sum(s.paid_minutes)::int as minutes,
          bool_or(s.ends_at < ${ctx.clock.now().toISOString()}::timestamptz) as is_over
        from assignments a
        join shifts s on s.org_id = a.org_id and s.id = a.shift_id
        join rosters r on r.org_id = a.org_id and r.id = a.roster_id and r.state = 'published'
        where a.org_id = ${ctx.orgId} and s.day between ${from} and ${query.to}
          and a.starts_at between ${from}::date - interval '2 days' and ${query.to}::date + interval '2 days'
          and ${bySite(sql`s.site_id`)} and ${byPerson(sql`a.employee_id`)}
        group by 1, 2
      ), worked as (
        select e.employee_id, e.day, coalesce(sum(e.worked_minutes), 0)::int as minutes, bool_or(e.is_late) as is_late,
          bool_or(e.left_early) as left_early, (count(*) filter (where e.state = 'missed-punch'))::int as missed
        from time_entries e
        where e.org_id = ${ctx.orgId} and e.day between ${from} and ${query.to}
          and ${bySite(sql`e.site_id`)} and ${byPerson(sql`e.employee_id`)}
        group by 1, 2
      )
      select ${employees.id} as "employeeId", ${employees.name} as "employeeName", day::text as day,
        coalesce(p.minutes, 0) as "plannedMinutes", coalesce(w.minutes, 0) as "workedMinutes",
        coalesce(w.minutes, 0) - coalesce(p.minutes, 0) as "differenceMinutes",
        coalesce(w.is_late, false) as "isLate", coalesce(w.left_early, false) as "leftEarly",
        (w.employee_id is null and coalesce(p.is_over, false)) as "isNoShow", coalesce(w.missed, 0) as "missedPunches"
      from planned p full join worked w using (employee_id, day)
      join ${employees} on ${employees.orgId} = ${ctx.orgId} and ${employees.id} = employee_id
      where ${withinPeople(ctx) ?? sql`true`} and ${beyond}
      order by day, ${employees.name}, ${employees.id}
      limit ${query.limit + 1}`),
  ])
  return cutPage(
    rows,
    query.limit,
    (row) => row,
    (row) => [row.day, row.employeeName, row.employeeId],
  )
}
