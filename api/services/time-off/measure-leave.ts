// What leave takes from a balance, and everything that may stand against it.
import { and, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { blackoutDates, employees, holidays, timeOffRequests } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { Conflict } from '../../errors.ts'
import { localDay } from '../rosters/local-time.ts'
import { countMinutes, type Leave } from './count-minutes.ts'
import { type TimeOffType, zoneOf } from './load-policy.ts'
import { type Days, refuseBlackout, refuseShortNotice, refuseTooLong } from './refuse-leave.ts'

const daysOf = ({ startsAt, endsAt }: Leave, zone: string): Days => ({
  first: localDay(startsAt, zone),
  last: localDay(new Date(endsAt.getTime() - 1), zone),
})

/** Holidays of all sites, of the person's own and of their office. */
const holidaysOf = async (ctx: Context, tx: Tx, employeeId: string, { first, last }: Days): Promise<Set<string>> => {
  const rows = await tx
    .select({ day: holidays.day })
    .from(holidays)
    .where(
      and(
        eq(holidays.orgId, ctx.orgId),
        gte(holidays.day, first),
        lte(holidays.day, last),
        or(
          isNull(holidays.siteId),
          sql`${holidays.siteId} in (
            select site_id from employee_sites where org_id = ${ctx.orgId} and employee_id = ${employeeId}
            union select office_site_id from employees where org_id = ${ctx.orgId} and id = ${employeeId})`,
        ),
      ),
    )
  return new Set(rows.map(({ day }) => day))
}

/** Blackouts of everybody, of a site the person may work at, of their department or one above it. */
const blackoutsOf = (ctx: Context, tx: Tx, employeeId: string, { first, last }: Days) =>
  tx
    .select({ name: blackoutDates.name, firstDay: blackoutDates.firstDay, lastDay: blackoutDates.lastDay })
    .from(blackoutDates)
    .where(
      and(
        eq(blackoutDates.orgId, ctx.orgId),
        lte(blackoutDates.firstDay, last),
        gte(blackoutDates.lastDay, first),
        sql`(${blackoutDates.siteId} is null
          or exists (select from employee_sites es where es.org_id = ${ctx.orgId} and es.employee_id = ${employeeId}
            and es.site_id = ${blackoutDates.siteId})
          or not exists (select from employee_sites es where es.org_id = ${ctx.orgId} and es.employee_id = ${employeeId}))`,
        sql`(${blackoutDates.departmentId} is null or ${blackoutDates.departmentId} in (
          with recursive above as (
            select d.id, d.parent_id from departments d
              join employees e on e.org_id = d.org_id and e.department_id = d.id
              where d.org_id = ${ctx.orgId} and e.id = ${employeeId}
            union select d.id, d.parent_id from departments d join above a on d.id = a.parent_id
              where d.org_id = ${ctx.orgId}
          ) select id from above))`,
      ),
    )
    .orderBy(blackoutDates.firstDay, blackoutDates.id)

type Asked = Leave & { employeeId: string; requestId: string; isOwn: boolean }

/**
 * What leave takes from the balance, after everything that stands against it was asked: blackouts (not against leave without a
 * balance, such as sickness), the notice of what people ask for themselves, other leave of a kind at that time. The person's row
 * is locked, so that two requests at once cannot both be the only one. Throws `Conflict` and `Invalid`.
 */
export const measureLeave = async (ctx: Context, tx: Tx, asked: Asked, type: TimeOffType | null): Promise<number> => {
  const zone = await zoneOf(ctx, tx)
  const days = daysOf(asked, zone)
  if (type === null || type.hasBalance) refuseBlackout(days, await blackoutsOf(ctx, tx, asked.employeeId, days))
  if (type === null) return 0
  refuseTooLong(asked)
  if (asked.isOwn) refuseShortNotice(days, localDay(ctx.clock.now(), zone), type.noticeDaysMin)
  await refuseOverlap(ctx, tx, asked)
  if (!type.hasBalance) return 0
  return countMinutes(asked, type, { zone, holidays: await holidaysOf(ctx, tx, asked.employeeId, days) })
}

const refuseOverlap = async (ctx: Context, tx: Tx, asked: Asked): Promise<void> => {
  await tx
    .select({ id: employees.id })
    .from(employees)
    .where(and(eq(employees.orgId, ctx.orgId), eq(employees.id, asked.employeeId)))
    .for('no key update')
  const [other] = await tx
    .select({ id: timeOffRequests.id, startsAt: timeOffRequests.startsAt, endsAt: timeOffRequests.endsAt })
    .from(timeOffRequests)
    .where(
      and(
        eq(timeOffRequests.orgId, ctx.orgId),
        eq(timeOffRequests.employeeId, asked.employeeId),
        isNull(timeOffRequests.deletedAt),
        sql`${timeOffRequests.typeId} is not null and ${timeOffRequests.state} in ('pending', 'approved')`,
        sql`${timeOffRequests.id} <> ${asked.requestId}`,
        sql`${timeOffRequests.startsAt} < ${asked.endsAt.toISOString()} and ${timeOffRequests.endsAt} > ${asked.startsAt.toISOString()}`,
      ),
    )
    .limit(1)
  if (other === undefined) return
  throw new Conflict(
    'conflict',
    `There is time off from ${other.startsAt.toISOString()} to ${other.endsAt.toISOString()} already. Cancel it first, or choose other days.`,
    { timeOffId: other.id },
  )
}
