// The dashboard's one statement, in parts. Money is in minor units, minutes are paid minutes.
import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type * as z from 'zod'
import {
  certifications,
  employees,
  shiftClaims,
  swapRequests,
  timeCorrections,
  timeOffRequests,
  timesheets,
} from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { dashboardQuery } from '../../contract/dashboard.ts'
import { ofPeopleWithin, sitesWithin, withinPeople } from '../shared/reach.ts'

type Query = z.output<typeof dashboardQuery>

/** A select of one row with one column, `answer`: an object of everything but the question. */
export const dashboardStatement = (ctx: Context, query: Query): SQL => sql`
  with span as (${spanShifts(ctx, query)}),
  heads as (
    select s.id, s.heads_min, (select count(*)::int from assignments a where a.org_id = ${ctx.orgId} and a.shift_id = s.id) as given
    from span s
  ),
  work as (
    select a.employee_id, s.day, s.paid_minutes, s.paid_minutes * s.percent as weighted from span s
    join assignments a on a.org_id = ${ctx.orgId} and a.shift_id = s.id ${withinWork(ctx)}
  ),
  people as (
    select employee_id, sum(paid_minutes)::bigint as minutes, sum(weighted)::bigint as weighted from work group by employee_id
  )
  select json_build_object(
    'cover', (select json_build_object('shifts', count(*), 'headsWanted', coalesce(sum(heads_min), 0),
      'headsFilled', coalesce(sum(least(given, heads_min)), 0),
      'percent', floor(100.0 * sum(least(given, heads_min)) / nullif(sum(heads_min), 0))) from heads),
    'open', (select json_build_object('shifts', count(*), 'heads', coalesce(sum(heads_min - given), 0))
      from heads where given < heads_min),
    'hours', (select json_build_object('people', count(*), 'minutes', coalesce(sum(minutes), 0)) from people),
    'cost', ${ctx.permissions.has('costs:read') ? cost(ctx, query) : sql`null::json`},
    'fairness', (select json_build_object('leastMinutes', coalesce(min(minutes), 0),
      'averageMinutes', coalesce(round(avg(minutes)), 0), 'mostMinutes', coalesce(max(minutes), 0),
      'percent', round(100.0 * power(sum(minutes::numeric), 2) / nullif(count(*) * sum(power(minutes::numeric, 2)), 0))) from people),
    'waiting', ${waiting(ctx)},
    'certificates', ${certificates(ctx)}
  ) as answer`

/** The days of a shift are those of its site; instants a day wider on both sides let the index by start serve. */
const spanShifts = (ctx: Context, { from, to, siteId }: Query): SQL => {
  const sites = sitesWithin(ctx)
  return sql`select s.id, s.day, s.paid_minutes, s.heads_min, 100 + coalesce(k.premium_percent, 0) as percent from shifts s
    join rosters r on r.org_id = s.org_id and r.id = s.roster_id
    left join shift_types k on k.org_id = s.org_id and k.id = s.shift_type_id
    where s.org_id = ${ctx.orgId} and s.starts_at >= ${from}::date - interval '1 day' and s.starts_at < ${to}::date + interval '2 days'
      and s.day between ${from}::date and ${to}::date
      and r.state in ('published' ${ctx.permissions.has('rosters:write') ? sql`, 'draft'` : sql``})
      ${siteId === undefined ? sql`` : sql`and s.site_id = ${siteId}`}
      ${sites === null ? sql`` : sql`and s.site_id = any(${sites})`}`
}

/** Hours and pay are those of people within reach. */
const withinWork = (ctx: Context): SQL => {
  const within = withinPeople(ctx)
  if (within === undefined) return sql``
  return sql`join ${employees} on ${employees.orgId} = ${ctx.orgId} and ${employees.id} = a.employee_id and ${within}`
}

/**
 * Pay by the contract in force on the day, with the premium of the shift's type. What hangs on other shifts of the week or on rules
 * (overtime, nights, Sundays) is left to `/costs`: pricing takes about 20 µs a shift, too long for a first look. A budget counts for the share
 * of its days that lie in the span.
 */
const cost = (ctx: Context, { from, to, siteId }: Query): SQL => {
  const sites = sitesWithin(ctx)
  // The budget of all sites is for the whole; where there is none, the sites' own make it up.
  const wanted =
    siteId === undefined
      ? sites === null
        ? sql`(site_id is null or not exists (select from spent where site_id is null))`
        : sql`site_id = any(${sites})`
      : sql`site_id = ${siteId}`
  return sql`(
    with spent as (
      select b.site_id, b.amount_minor::numeric * (least(b.last_day, ${to}::date) - greatest(b.first_day, ${from}::date) + 1)
        / (b.last_day - b.first_day + 1) as share
      from budgets b where b.org_id = ${ctx.orgId} and b.first_day <= ${to}::date and b.last_day >= ${from}::date
    )
    select json_build_object(
      'currency', (select currency from organisation_settings where org_id = ${ctx.orgId}),
      'plannedMinor', (select coalesce(round(sum(pay.weighted * pay.rate_minor) / 6000.0), 0) from people p ${payOf(ctx, from, to)}),
      'budgetMinor', (select round(sum(share)) from spent where ${wanted})))`
}

/**
 * A person's weighted minutes by contract. Who has one contract over the whole span, nearly everybody, is summed up already; only the
 * others' shifts are looked at one by one, because ten thousand questions for a contract take longer than everything else together.
 */
const payOf = (ctx: Context, from: string, to: string): SQL => sql`join lateral (
    select c.rate_minor::numeric, case
      when c.valid_from <= ${from}::date and (c.valid_until is null or c.valid_until >= ${to}::date) then p.weighted
      else (select sum(w.weighted) from work w where w.employee_id = p.employee_id
        and w.day >= c.valid_from and (c.valid_until is null or w.day <= c.valid_until)) end as weighted
    from employee_contracts c where c.org_id = ${ctx.orgId} and c.employee_id = p.employee_id
      and c.valid_from <= ${to}::date and (c.valid_until is null or c.valid_until >= ${from}::date)
  ) pay on true`

const waiting = (ctx: Context): SQL => {
  const rows = (table: SQL, state: SQL, person: PgColumn): SQL =>
    sql`(select count(*) from ${table} where org_id = ${ctx.orgId} and ${state} and ${ofPeopleWithin(ctx, person) ?? sql`true`})`
  return sql`json_build_object(
    'timeOff', ${rows(sql`${timeOffRequests}`, sql`state = 'pending' and deleted_at is null`, timeOffRequests.employeeId)},
    'claims', ${rows(sql`${shiftClaims}`, sql`state = 'pending'`, shiftClaims.employeeId)},
    'swaps', ${rows(sql`${swapRequests}`, sql`state in ('proposed', 'agreed')`, swapRequests.fromEmployeeId)},
    'corrections', ${rows(sql`${timeCorrections}`, sql`state = 'pending'`, timeCorrections.employeeId)},
    'timesheets', ${rows(sql`${timesheets}`, sql`state = 'submitted'`, timesheets.employeeId)})`
}

/** Of active people, without those of which a renewal is in force. Today is the organisation's. */
const certificates = (ctx: Context): SQL => sql`(
  select json_build_object(
    'in7Days', count(*) filter (where days_left <= 7), 'in30Days', count(*) filter (where days_left <= 30),
    'in90Days', count(*))
  from (
    select ${certifications.expiresOn} - today.day as days_left from ${certifications}
    join ${employees} on ${employees.orgId} = ${certifications.orgId} and ${employees.id} = ${certifications.employeeId}
      and ${employees.state} = 'active' and ${employees.deletedAt} is null and ${withinPeople(ctx) ?? sql`true`}
    cross join (select (${ctx.clock.now().toISOString()}::timestamptz at time zone zone)::date as day
      from organisation_settings where org_id = ${ctx.orgId}) today
    where ${certifications.orgId} = ${ctx.orgId} and ${certifications.state} in ('active', 'renewal-pending')
      and ${certifications.expiresOn} between today.day and today.day + 90
      and not exists (select from certifications next where next.org_id = ${ctx.orgId}
        and next.renews_id = ${certifications.id} and next.state = 'active')
  ) ending)`
