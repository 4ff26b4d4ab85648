import { and, asc, eq, gt, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { absences, employees, timeOffRequests } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { timeOffReview } from '../../contract/time-off.ts'
import { ofPeopleWithin } from '../shared/reach.ts'
import { balanceOf, readTimeOff, type TimeOffRow, toTimeOff } from './internal.ts'
import { loadType } from './load-policy.ts'
import { plannedShifts } from './planned-shifts.ts'
import { loadDecisions } from './write-time-off.ts'

type Review = z.output<typeof timeOffReview>

const awayMax = 200

/**
 * What an approver looks at before deciding: who else of the same team, department or site is away in that time, by leave or by an
 * absence such as illness, or asks to be (200 at most of each, within reach), the person's planned shifts with what each would lack, what was decided so far, what remains of the balance.
 * Throws `NotFound`.
 */
export const reviewTimeOff = async (ctx: Context, id: string): Promise<Review> => {
  requirePermission(ctx, 'time-off:approve')
  requirePermission(ctx, 'people:read')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const request = await readTimeOff(ctx, tx, id, 'time-off:approve')
    const type = await loadType(ctx, tx, request.typeId, { isNew: false })
    const decisions = await loadDecisions(ctx, tx, id)
    const levels = type?.approvalLevels ?? 1
    return {
      request: toTimeOff(request),
      decisions: decisions.map(({ at, ...said }) => ({ ...said, at: at.toISOString() })),
      approvalsLeft: request.state === 'pending' ? Math.max(1, levels - decisions.length) : 0,
      balanceMinutes: type?.hasBalance ? await balanceOf(ctx, tx, request) : null,
      away: await awayWith(ctx, tx, request),
      shifts: await plannedShifts(ctx, tx, request, ['draft', 'published']),
    }
  })
}

const awayWith = async (ctx: Context, tx: Tx, request: TimeOffRow): Promise<Review['away']> => {
  const asker = sql`(select * from employees where org_id = ${ctx.orgId} and id = ${request.employeeId}) asker`
  const shares = {
    team: sql<boolean>`exists (select from ${asker} where asker.team_id = ${employees.teamId})`,
    department: sql<boolean>`exists (select from ${asker} where asker.department_id = ${employees.departmentId})`,
    site: sql<boolean>`exists (select from employee_sites theirs join employee_sites own
      on own.org_id = theirs.org_id and own.site_id = theirs.site_id and own.employee_id = ${request.employeeId}
      where theirs.org_id = ${ctx.orgId} and theirs.employee_id = ${employees.id})`,
  }
  const isNear = or(shares.team, shares.department, shares.site)
  const person = { employeeId: employees.id, employeeName: employees.name, ...shares }
  const onLeave = await tx
    .select({
      ...person,
      startsAt: timeOffRequests.startsAt,
      endsAt: timeOffRequests.endsAt,
      state: timeOffRequests.state,
    })
    .from(timeOffRequests)
    .innerJoin(employees, and(eq(employees.orgId, timeOffRequests.orgId), eq(employees.id, timeOffRequests.employeeId)))
    .where(
      and(
        eq(timeOffRequests.orgId, ctx.orgId),
        isNull(timeOffRequests.deletedAt),
        inArray(timeOffRequests.state, ['pending', 'approved']),
        ne(timeOffRequests.employeeId, request.employeeId),
        lt(timeOffRequests.startsAt, request.endsAt),
        gt(timeOffRequests.endsAt, request.startsAt),
        ofPeopleWithin(ctx, timeOffRequests.employeeId),
        isNear,
      ),
    )
    .orderBy(asc(timeOffRequests.startsAt), asc(timeOffRequests.id))
    .limit(awayMax)
  // Who came back earlier was away until then; a mistake was never.
  const until = sql<Date>`coalesce(${absences.endedAt}, ${absences.endsAt})`.mapWith(absences.endsAt)
  const absent = await tx
    .select({ ...person, startsAt: absences.startsAt, endsAt: until })
    .from(absences)
    .innerJoin(employees, and(eq(employees.orgId, absences.orgId), eq(employees.id, absences.employeeId)))
    .where(
      and(
        eq(absences.orgId, ctx.orgId),
        ne(absences.employeeId, request.employeeId),
        lt(absences.startsAt, request.endsAt),
        gt(until, request.startsAt),
        gt(until, absences.startsAt),
        ofPeopleWithin(ctx, absences.employeeId),
        isNear,
      ),
    )
    .orderBy(asc(absences.startsAt), asc(absences.id))
    .limit(awayMax)
  return [
    ...onLeave.map((row) => toAway(row, row.state === 'pending' ? 'pending' : 'approved')),
    ...absent.map((row) => toAway(row, 'absent')),
  ].sort((a, b) => a.start.localeCompare(b.start))
}

type AwayRow = {
  employeeId: string
  employeeName: string
  startsAt: Date
  endsAt: Date
} & Record<'team' | 'department' | 'site', boolean>

const toAway = (
  { employeeId, employeeName, startsAt, endsAt, ...shared }: AwayRow,
  state: Review['away'][number]['state'],
): Review['away'][number] => ({
  employeeId,
  employeeName,
  start: startsAt.toISOString(),
  end: endsAt.toISOString(),
  state,
  shares: (['team', 'department', 'site'] as const).filter((name) => shared[name]),
})
