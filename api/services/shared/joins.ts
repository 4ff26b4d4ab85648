// How planned work hangs together, for joins.
import { and, eq } from 'drizzle-orm'
import { assignments, rosters, shifts, sites } from '../../../drizzle/schema/index.ts'

export const isRosterOfAssignment = and(eq(rosters.orgId, assignments.orgId), eq(rosters.id, assignments.rosterId))
export const isShiftOfAssignment = and(eq(shifts.orgId, assignments.orgId), eq(shifts.id, assignments.shiftId))
export const isSiteOfShift = and(eq(sites.orgId, shifts.orgId), eq(sites.id, shifts.siteId))
