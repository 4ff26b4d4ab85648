// What the verbs about worked time share: reading a person's clock and saying entries on the wire.
import { and, asc, desc, eq, gt, lt } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import {
  assignments,
  clockEvents,
  employees,
  organisationSettings,
  rosters,
  shifts,
  sites,
  timeEntries,
} from '../../../drizzle/schema/index.ts'
import { type AttendancePolicy, defaultAttendancePolicy } from '../../../drizzle/schema/organisation.ts'
import type { Context } from '../../context.ts'
import type { timeEntrySchema } from '../../contract/attendance.ts'
import { isRosterOfAssignment, isShiftOfAssignment, isSiteOfShift } from '../shared/joins.ts'

export type TimeEntry = z.output<typeof timeEntrySchema>
type Reader = Pick<Tx, 'select'>

export const entryColumns = {
  id: timeEntries.id,
  employeeId: timeEntries.employeeId,
  employeeName: employees.name,
  siteId: timeEntries.siteId,
  shiftId: timeEntries.shiftId,
  day: timeEntries.day,
  clockedInAt: timeEntries.clockedInAt,
  clockedOutAt: timeEntries.clockedOutAt,
  breaks: timeEntries.breaks,
  startsAt: timeEntries.startsAt,
  endsAt: timeEntries.endsAt,
  breakMinutes: timeEntries.breakMinutes,
  plannedMinutes: timeEntries.plannedMinutes,
  workedMinutes: timeEntries.workedMinutes,
  state: timeEntries.state,
  isLate: timeEntries.isLate,
  leftEarly: timeEntries.leftEarly,
  version: timeEntries.version,
}
export const isPersonOfEntry = and(eq(employees.orgId, timeEntries.orgId), eq(employees.id, timeEntries.employeeId))

export type EntryRow = Omit<TimeEntry, 'clockedInAt' | 'clockedOutAt' | 'start' | 'end'> & {
  clockedInAt: Date
  clockedOutAt: Date | null
  startsAt: Date
  endsAt: Date | null
}

export const toEntryWire = ({ clockedInAt, clockedOutAt, startsAt, endsAt, ...row }: EntryRow): TimeEntry => ({
  ...row,
  clockedInAt: clockedInAt.toISOString(),
  clockedOutAt: clockedOutAt?.toISOString() ?? null,
  start: startsAt.toISOString(),
  end: endsAt?.toISOString() ?? null,
})

/** A person's latest entries by when they clocked in, newest first. */
export const latestEntries = (ctx: Pick<Context, 'orgId'>, tx: Reader, employeeId: string, before: Date) =>
  tx
    .select(entryColumns)
    .from(timeEntries)
    .innerJoin(employees, isPersonOfEntry)
    .where(
      and(
        eq(timeEntries.orgId, ctx.orgId),
        eq(timeEntries.employeeId, employeeId),
        lt(timeEntries.clockedInAt, new Date(before.getTime() + 1)),
      ),
    )
    .orderBy(desc(timeEntries.day), desc(timeEntries.clockedInAt))
    .limit(3)

export const latestPress = async (ctx: Pick<Context, 'orgId'>, tx: Reader, employeeId: string) => {
  const [row] = await tx
    .select({ kind: clockEvents.kind, at: clockEvents.at })
    .from(clockEvents)
    .where(and(eq(clockEvents.orgId, ctx.orgId), eq(clockEvents.employeeId, employeeId)))
    .orderBy(desc(clockEvents.at))
    .limit(1)
  return row ?? null
}

const aheadMs = 24 * 3_600_000

/** Published shifts of a person that are under way or begin within a day, with their places. */
export const shiftsAround = (ctx: Pick<Context, 'orgId'>, tx: Reader, employeeId: string, at: Date) =>
  tx
    .select({
      id: shifts.id,
      name: shifts.name,
      day: shifts.day,
      startsAt: shifts.startsAt,
      endsAt: shifts.endsAt,
      paidMinutes: shifts.paidMinutes,
      siteId: sites.id,
      siteName: sites.name,
      zone: sites.zone,
      latitude: sites.latitude,
      longitude: sites.longitude,
      geofenceMetres: sites.geofenceMetres,
    })
    .from(assignments)
    .innerJoin(rosters, isRosterOfAssignment)
    .innerJoin(shifts, isShiftOfAssignment)
    .innerJoin(sites, isSiteOfShift)
    .where(
      and(
        eq(assignments.orgId, ctx.orgId),
        eq(assignments.employeeId, employeeId),
        eq(rosters.state, 'published'),
        gt(assignments.endsAt, at),
        lt(assignments.startsAt, new Date(at.getTime() + aheadMs)),
      ),
    )
    .orderBy(asc(assignments.startsAt))

/** How the organisation reads the clock, and the zone of its days. */
export const attendanceSettings = async (
  ctx: Pick<Context, 'orgId'>,
  tx: Reader,
): Promise<{ policy: AttendancePolicy; zone: string }> => {
  const [row] = await tx
    .select({ policy: organisationSettings.attendance, zone: organisationSettings.zone })
    .from(organisationSettings)
    .where(eq(organisationSettings.orgId, ctx.orgId))
  return row ?? { policy: defaultAttendancePolicy, zone: 'UTC' }
}
