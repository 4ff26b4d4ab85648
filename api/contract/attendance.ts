// Worked time on the wire: the clock, entries and their corrections, and how the clock is read.
import * as z from 'zod'
import { idSchema, instant, listQuery, localDate, version } from './envelope.ts'
import { forEmployee } from './exchange.ts'
import { spanOfDays } from './span-of-days.ts'

const presses = ['in', 'out', 'break-start', 'break-end'] as const
const clockStates = ['out', 'working', 'on-break'] as const
const entryStates = ['open', 'complete', 'missed-punch', 'corrected'] as const
const correctionStates = ['pending', 'approved', 'rejected', 'cancelled'] as const

const position = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyMetres: z.int().min(0).max(1_000_000).default(0),
})
const pin = z.string().regex(/^\d{4,8}$/, 'must be four to eight digits')

/** A press of one's own clock, or by a manager for the person named. */
export const clockPress = z.strictObject({
  kind: z.enum(presses),
  employeeId: idSchema.optional(),
  siteId: idSchema.optional().describe('Where no planned shift says it'),
  position: position.optional().describe('Required at sites with a geofence'),
  at: instant.optional().describe('Only for somebody else, and not in the future; now when absent'),
})
/** A press at a device that stands at work. */
export const kioskPress = z.strictObject({
  number: z.string().trim().min(1).max(40).describe('Personnel number'),
  pin,
  kind: z.enum(presses),
  siteId: idSchema.optional(),
})
export const pinChange = z.strictObject({ pin, employeeId: idSchema.optional() })
export const pinChanged = z.object({ employeeId: idSchema })

export const timeEntrySchema = z
  .object({
    id: idSchema,
    employeeId: idSchema,
    employeeName: z.string(),
    siteId: idSchema.nullable(),
    shiftId: idSchema.nullable(),
    /** Local day on which it began. */
    day: localDate,
    clockedInAt: instant,
    clockedOutAt: instant.nullable(),
    breaks: z.array(z.object({ from: instant, until: instant.nullable() })),
    /** After grace and rounding. */
    start: instant,
    end: instant.nullable(),
    breakMinutes: z.int(),
    plannedMinutes: z.int().nullable(),
    workedMinutes: z.int().nullable(),
    state: z.enum(entryStates),
    isLate: z.boolean(),
    leftEarly: z.boolean(),
    version,
  })
  .meta({ id: 'TimeEntry' })
export const timeEntryQuery = listQuery.extend({
  from: localDate.optional(),
  to: localDate.optional(),
  employeeId: idSchema.optional(),
})

/** The clock of one person, with the shift they are in or come to next. */
export const clockSchema = z
  .object({
    employeeId: idSchema,
    employeeName: z.string(),
    now: instant,
    state: z.enum(clockStates),
    /** When the state began; null while out. */
    since: instant.nullable(),
    /** The entry under way, or the last one of today. */
    entry: timeEntrySchema.nullable(),
    shift: z
      .object({
        id: idSchema,
        name: z.string(),
        siteId: idSchema,
        siteName: z.string(),
        zone: z.string(),
        start: instant,
        end: instant,
        /** True where a position must be sent with clocking in. */
        needsPosition: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'Clock' })
export { forEmployee as clockQuery }

export const correctionCreate = z.strictObject({
  entryId: idSchema.optional().describe('Absent asks for an entry that is missing altogether'),
  employeeId: idSchema.optional(),
  start: instant,
  end: instant,
  breakMinutes: z.int().min(0).max(1440).default(0),
  siteId: idSchema.optional(),
  reason: z.string().trim().min(1).max(500),
})
export const correctionSchema = z
  .object({
    id: idSchema,
    employeeId: idSchema,
    employeeName: z.string(),
    entryId: idSchema.nullable(),
    start: instant,
    end: instant,
    breakMinutes: z.int(),
    siteId: idSchema.nullable(),
    reason: z.string(),
    state: z.enum(correctionStates),
    note: z.string().nullable(),
    decidedAt: instant.nullable(),
    createdAt: instant,
    version,
  })
  .meta({ id: 'TimeCorrection' })
export const correctionQuery = listQuery.extend({
  state: z.enum(correctionStates).optional(),
  employeeId: idSchema.optional(),
})
/** Says yes or no to a correction or a timesheet. */
export const attendanceDecision = z.strictObject({
  accept: z.boolean(),
  note: z.string().trim().max(500).optional(),
})

const addressRange = z.union([z.cidrv4(), z.cidrv6()]).describe('An address range as CIDR writes it: 192.0.2.0/24')
const policy = {
  graceMinutes: z.int().min(0).max(60),
  roundingMinutes: z.union([1, 5, 6, 10, 15, 30].map((minutes) => z.literal(minutes))),
  missedAfterMinutes: z
    .int()
    .min(0)
    .max(1440)
    .describe('After the planned end, or after twelve hours where none is planned'),
}
export const attendancePolicyUpdate = z.strictObject({ ...policy, addresses: z.array(addressRange).max(100) })
export const attendancePolicySchema = z
  .object({ ...policy, addresses: z.array(z.string()), version })
  .meta({ id: 'AttendancePolicy' })

export const comparisonQuery = spanOfDays({
  ...listQuery.shape,
  siteId: idSchema.optional(),
  employeeId: idSchema.optional(),
})
/** One person's day as it was planned and as it was worked. */
export const comparisonRow = z
  .object({
    employeeId: idSchema,
    employeeName: z.string(),
    day: localDate,
    plannedMinutes: z.int(),
    workedMinutes: z.int(),
    differenceMinutes: z.int(),
    isLate: z.boolean(),
    leftEarly: z.boolean(),
    /** A shift that is over and that nobody clocked in for. */
    isNoShow: z.boolean(),
    missedPunches: z.int(),
  })
  .meta({ id: 'PlannedAndWorked' })

export const reliabilityQuery = listQuery.extend({ employeeId: idSchema.optional() })
export const reliabilitySchema = z
  .object({
    employeeId: idSchema,
    employeeName: z.string(),
    /** Shifts of the last 90 days that are over. */
    shifts: z.int(),
    onTime: z.int(),
    late: z.int(),
    missedPunch: z.int(),
    noShow: z.int(),
    /** 100 for each shift on time, 75 late, 50 without a clock-out, 0 not come: their mean, rounded; null without shifts. */
    percent: z.int().min(0).max(100).nullable(),
  })
  .meta({ id: 'Reliability' })
