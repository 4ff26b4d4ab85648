// When people are there, would rather be, would rather not be, and cannot be.
import * as z from 'zod'
import { idSchema, instant, version } from './envelope.ts'
import { patchOf } from './patch-of.ts'
import { spanQuery } from './workforce.ts'

const kind = z.enum(['available', 'unavailable', 'preferred', 'unpreferred', 'request-on', 'request-off'])

/**
 * `unavailable` is hard, and so are the other times of a day on which somebody is `available`; `preferred`, `unpreferred`
 * ("avoid") and requests are soft. Without `employeeId` it is one's own.
 */
export const availabilityCreate = z.strictObject({
  employeeId: idSchema.optional(),
  kind,
  start: instant,
  end: instant,
  weight: z.int().min(1).max(1000).default(1),
  shiftTypeId: idSchema.nullable().optional(),
  rrule: z
    .string()
    .max(300)
    .nullable()
    .optional()
    .describe('Recurrence as RFC 5545 writes it, without DTSTART, daily at the finest: FREQ=WEEKLY;BYDAY=MO,WE'),
  zone: z.string().min(1).max(64).nullable().optional().describe('IANA zone in which what recurs is counted'),
  exceptions: z.array(instant).max(366).default([]).describe('Starts of occurrences that do not hold'),
})
export const availabilityUpdate = patchOf(availabilityCreate.omit({ employeeId: true }))

const occurrence = z.object({ start: instant, end: instant })
export const availabilitySchema = z.object({
  id: idSchema,
  employeeId: idSchema,
  kind,
  start: instant,
  end: instant,
  weight: z.int(),
  shiftTypeId: idSchema.nullable(),
  rrule: z.string().nullable(),
  zone: z.string().nullable(),
  exceptions: z.array(instant),
  version,
})

/** With `expand` the answer has the occurrences that touch the time from `from` to `to`, which may be 400 days at most. */
export const availabilityQuery = spanQuery.extend({ expand: z.enum(['true', 'false']).optional() })
export const availabilityListed = availabilitySchema.extend({ occurrences: z.array(occurrence).optional() })
