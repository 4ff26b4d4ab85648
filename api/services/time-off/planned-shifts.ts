import { and, asc, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { assignments, rosters, shifts, sites } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { timeOffReview } from '../../contract/time-off.ts'
import { isRosterOfAssignment, isShiftOfAssignment, isSiteOfShift } from '../shared/joins.ts'
import type { Leave } from './count-minutes.ts'

type PlannedShift = z.output<typeof timeOffReview>['shifts'][number]

/** A person's shifts of that time in rosters of these states, by start, and what each would lack without them. */
export const plannedShifts = async (
  ctx: Context,
  tx: Tx,
  { employeeId, startsAt, endsAt }: Leave & { employeeId: string },
  states: ('draft' | 'published')[],
): Promise<PlannedShift[]> => {
  const rows = await tx
    .select({
      shiftId: shifts.id,
      rosterId: rosters.id,
      rosterName: rosters.name,
      rosterState: rosters.state,
      shiftName: shifts.name,
      siteId: sites.id,
      siteName: sites.name,
      day: shifts.day,
      startsAt: shifts.startsAt,
      endsAt: shifts.endsAt,
      headsMin: shifts.headsMin,
      headsNow: sql<number>`(select count(*)::int from assignments o where o.org_id = ${ctx.orgId} and o.shift_id = ${shifts.id})`,
    })
    .from(assignments)
    .innerJoin(rosters, isRosterOfAssignment)
    .innerJoin(shifts, isShiftOfAssignment)
    .innerJoin(sites, isSiteOfShift)
    .where(
      and(
        eq(assignments.orgId, ctx.orgId),
        eq(assignments.employeeId, employeeId),
        lt(assignments.startsAt, endsAt),
        gt(assignments.endsAt, startsAt),
        inArray(rosters.state, states),
      ),
    )
    .orderBy(asc(assignments.startsAt), asc(assignments.id))
  return rows.map(({ startsAt: from, endsAt: until, ...row }) => ({
    ...row,
    start: from.toISOString(),
    end: until.toISOString(),
    headsShort: Math.max(0, row.headsMin - (row.headsNow - 1)),
  }))
}
