// Pay periods and timesheets, budgets and what work costs. Money is in minor units of the organisation's currency.
import * as z from 'zod'
import { filteredQuery, idSchema, instant, listQuery, localDate, version } from './envelope.ts'
import { patchOf } from './patch-of.ts'
import { spanOfDays } from './span-of-days.ts'

const periodStates = ['open', 'closed', 'processing', 'final'] as const
const sheetStates = ['open', 'submitted', 'approved', 'rejected'] as const

/** Periods one after the other, beginning with the first day. */
export const payPeriodsCreate = z.strictObject({
  firstDay: localDate,
  length: z.enum(['week', 'two-weeks', 'month']).describe('A month ends on the day before the same date of the next'),
  count: z.int().min(1).max(60).default(1),
})
export const payPeriodSchema = z
  .object({ id: idSchema, firstDay: localDate, lastDay: localDate, state: z.enum(periodStates), version })
  .meta({ id: 'PayPeriod' })
export const payPeriodQuery = listQuery.extend({ from: localDate.optional(), to: localDate.optional() })
export const payPeriodStep = z.strictObject({ state: z.enum(periodStates) })

export const timesheetSubmit = z.strictObject({ payPeriodId: idSchema, employeeId: idSchema.optional() })
export const timesheetSchema = z
  .object({
    id: idSchema,
    employeeId: idSchema,
    employeeName: z.string(),
    payPeriodId: idSchema,
    firstDay: localDate,
    lastDay: localDate,
    state: z.enum(sheetStates),
    workedMinutes: z.int(),
    plannedMinutes: z.int(),
    /** Of an approved one; null without `costs:read`. */
    costMinor: z.int().nullable(),
    note: z.string().nullable(),
    decidedAt: instant.nullable(),
    version,
  })
  .meta({ id: 'Timesheet' })
export const timesheetQuery = listQuery.extend({
  payPeriodId: idSchema.optional(),
  state: z.enum(sheetStates).optional(),
})

const amount = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
/** What may be spent at a site, or at all of them together, over a span of days. */
export const budgetCreate = z.strictObject({
  name: z.string().trim().min(1).max(200),
  siteId: idSchema.nullable().optional(),
  firstDay: localDate,
  lastDay: localDate,
  amountMinor: amount,
})
export const budgetUpdate = patchOf(budgetCreate)
export const budgetSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    siteId: idSchema.nullable(),
    firstDay: localDate,
    lastDay: localDate,
    amountMinor: amount,
    version,
  })
  .meta({ id: 'Budget' })
export const budgetQuery = filteredQuery

export const costQuery = spanOfDays({
  siteId: idSchema.optional(),
  by: z.enum(['site', 'day', 'person']).default('site'),
})
const money = z.object({ plannedMinutes: z.int(), plannedMinor: z.int(), actualMinutes: z.int(), actualMinor: z.int() })
export const costSchema = z
  .object({
    currency: z.string(),
    total: money,
    /** The share of the budgets' days that lie in the span; null without a budget. */
    budgetMinor: z.int().nullable(),
    /** By site id, day or employee id as asked; null is work without a site. */
    parts: z.array(money.extend({ key: z.string().nullable(), name: z.string() })),
  })
  .meta({ id: 'Costs' })
