// Leave on the wire: its kinds, what is asked for and decided, balances, days on which nobody may be away.
import * as z from 'zod'
import { filteredQuery, idSchema, instant, listQuery, localDate, version } from './envelope.ts'
import { patchOf } from './patch-of.ts'
import { spanQuery } from './workforce.ts'

const name = z.string().trim().min(1).max(200)
const note = z.string().trim().max(500)
const minutes = z.int().min(-10_000_000).max(10_000_000)

/** A kind of leave and its policy. Amounts are minutes, whatever the unit. */
export const timeOffTypeCreate = z.strictObject({
  code: z.string().trim().min(1).max(64),
  name,
  unit: z.enum(['days', 'hours']).default('days'),
  minutesPerDay: z.int().min(1).max(1440).default(480).describe('What one day takes from the balance'),
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1)
    .max(7)
    .default([1, 2, 3, 4, 5])
    .describe('ISO weekdays that take from the balance; the others are free anyway, as are holidays'),
  isPaid: z.boolean().default(true),
  hasBalance: z.boolean().default(true).describe('False for leave without a balance, such as sickness'),
  mayGoBelowZero: z.boolean().default(false),
  accrualMinutesPerMonth: z.int().min(0).max(44_640).default(0),
  carryOverMinutesMax: z
    .int()
    .min(0)
    .max(10_000_000)
    .nullable()
    .optional()
    .describe('Most that goes over into the next year; null for all of it'),
  approvalLevels: z.int().min(0).max(2).default(1).describe('0: granted at once; 2: two people, one after the other'),
  noticeDaysMin: z.int().min(0).max(365).default(0),
})
export const timeOffTypeUpdate = patchOf(timeOffTypeCreate)
export const timeOffTypeSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  unit: z.enum(['days', 'hours']),
  minutesPerDay: z.int(),
  weekdays: z.array(z.int()),
  isPaid: z.boolean(),
  hasBalance: z.boolean(),
  mayGoBelowZero: z.boolean(),
  accrualMinutesPerMonth: z.int(),
  carryOverMinutesMax: z.int().nullable(),
  approvalLevels: z.int(),
  noticeDaysMin: z.int(),
  version,
})

/** Days, both included, on which nobody of a site or a department (or nobody at all) may take leave. */
export const blackoutCreate = z.strictObject({
  name,
  firstDay: localDate,
  lastDay: localDate,
  siteId: idSchema.nullable().optional(),
  departmentId: idSchema.nullable().optional(),
})
export const blackoutUpdate = patchOf(blackoutCreate)
export const blackoutSchema = z.object({
  id: idSchema,
  name: z.string(),
  firstDay: localDate,
  lastDay: localDate,
  siteId: idSchema.nullable(),
  departmentId: idSchema.nullable(),
  version,
})
/** Blackouts that touch the days from `from` to `to`. */
export const blackoutQuery = filteredQuery.extend({ from: localDate.optional(), to: localDate.optional() })

const states = z.enum(['pending', 'approved', 'rejected', 'cancelled'])

/**
 * Without `employeeId` it is one's own, and its policy decides whether it waits. A manager's entry for somebody else is their
 * approval unless `state` says that it is to wait.
 */
export const timeOffCreate = z.strictObject({
  employeeId: idSchema.optional(),
  start: instant,
  end: instant,
  typeId: idSchema.nullable().optional().describe('Kind of leave; without one it takes nothing from any balance'),
  reason: note.nullable().optional(),
  state: z.enum(['pending', 'approved']).optional(),
})
export const timeOffUpdate = patchOf(timeOffCreate.omit({ employeeId: true })).extend({ state: states.optional() })
export const timeOffSchema = z.object({
  id: idSchema,
  employeeId: idSchema,
  start: instant,
  end: instant,
  typeId: idSchema.nullable(),
  /** What it takes from the balance. */
  minutes: z.int(),
  reason: z.string().nullable(),
  state: states,
  version,
})
export const timeOffQuery = spanQuery.extend({ state: states.optional() })

/** What leave would take, asked before it is asked for. Without `employeeId` it is one's own. */
export const timeOffEstimateQuery = z.strictObject({
  employeeId: idSchema.optional(),
  start: instant,
  end: instant,
  typeId: idSchema,
})
export const timeOffEstimate = z.object({
  minutes: z.int(),
  /** What would be left; below zero it may be refused. Null for leave without a balance. */
  balanceMinutes: z.int().nullable(),
})

export const timeOffDecide = z.strictObject({
  decision: z.enum(['approved', 'rejected']),
  note: note.nullable().optional(),
})
const plannedShift = z.object({
  shiftId: idSchema,
  rosterId: idSchema,
  rosterName: z.string(),
  rosterState: z.enum(['draft', 'published', 'archived']),
  shiftName: z.string(),
  siteId: idSchema,
  siteName: z.string(),
  day: localDate,
  start: instant,
  end: instant,
  headsMin: z.int(),
  /** People on the shift now, this person among them. */
  headsNow: z.int(),
  /** People it would lack without this person. */
  headsShort: z.int(),
})
/** `shifts` are the person's published shifts of that time: they stand until somebody takes the person off. */
export const timeOffDecided = timeOffSchema.extend({
  /** How many more people must say yes. */
  approvalsLeft: z.int(),
  shifts: z.array(plannedShift),
})
/** What an approver looks at: who else is away, what is planned, what was decided, what remains of the balance. */
export const timeOffReview = z.object({
  request: timeOffSchema,
  decisions: z.array(
    z.object({
      level: z.int(),
      decision: z.enum(['approved', 'rejected']),
      decidedBy: idSchema,
      note: z.string().nullable(),
      at: instant,
    }),
  ),
  approvalsLeft: z.int(),
  /** After this request; null for leave without a balance. */
  balanceMinutes: z.int().nullable(),
  away: z.array(
    z.object({
      employeeId: idSchema,
      employeeName: z.string(),
      start: instant,
      end: instant,
      state: z
        .enum(['pending', 'approved', 'absent'])
        .describe('Leave that waits or is granted, or an absence that was reported'),
      shares: z.array(z.enum(['team', 'department', 'site'])),
    }),
  ),
  shifts: z.array(plannedShift),
})

const ofPersonAndType = { employeeId: idSchema.optional(), typeId: idSchema.optional() }
export const balanceQuery = listQuery.extend(ofPersonAndType)
export const balanceSchema = z.object({
  employeeId: idSchema,
  employeeName: z.string(),
  typeId: idSchema,
  typeName: z.string(),
  unit: z.enum(['days', 'hours']),
  /** What is left; what was asked for and waits is taken off already. */
  minutes: z.int(),
  minutesPerDay: z.int(),
})
export const ledgerQuery = listQuery.extend(ofPersonAndType)
export const ledgerEntrySchema = z.object({
  id: idSchema,
  employeeId: idSchema,
  typeId: idSchema,
  kind: z.enum(['opening', 'accrual', 'carry-over', 'expiry', 'adjustment', 'request', 'return']),
  minutes: z.int(),
  effectiveOn: localDate,
  requestId: idSchema.nullable(),
  note: z.string().nullable(),
  createdAt: instant,
})
/** An entry by hand: what somebody starts with, or a correction with its reason. */
export const adjustmentCreate = z.strictObject({
  employeeId: idSchema,
  typeId: idSchema,
  kind: z.enum(['opening', 'adjustment']).default('adjustment'),
  minutes: minutes.refine((value) => value !== 0, 'An entry of zero minutes changes nothing'),
  effectiveOn: localDate,
  note: note.min(1),
})
