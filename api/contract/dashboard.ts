// What a planner asks first: how a span of days stands.
import * as z from 'zod'
import { idSchema, localDate } from './envelope.ts'

const daysMax = 92
const dayMs = 86_400_000

export const dashboardQuery = z
  .strictObject({
    from: localDate,
    /** Last day, included. */
    to: localDate,
    siteId: idSchema.optional(),
  })
  .refine(({ from, to }) => to >= from && Date.parse(to) - Date.parse(from) < daysMax * dayMs, {
    path: ['to'],
    message: `must be on or after "from", at most ${daysMax} days in all`,
  })

const count = z.int().min(0)

export const dashboardSchema = z.object({
  from: localDate,
  to: localDate,
  siteId: idSchema.nullable(),
  /** Heads that shifts need at least, and those that are given; percent is null where nobody is needed. */
  cover: z.object({ shifts: count, headsWanted: count, headsFilled: count, percent: z.int().nullable() }),
  /** Shifts that lack somebody, and how many they lack. */
  open: z.object({ shifts: count, heads: count }),
  hours: z.object({ people: count, minutes: count }),
  /**
   * Null without `costs:read`. Pay per hour for planned hours with the premium of the shift type, before overtime and premiums of rules:
   * those are in `/costs`. Budgets by the day.
   */
  cost: z.object({ currency: z.string(), plannedMinor: z.int(), budgetMinor: z.int().nullable() }).nullable(),
  /** Jain's index of planned minutes over those who work at all: 100 where all work the same, 100/n where one works alone. */
  fairness: z.object({ leastMinutes: count, averageMinutes: count, mostMinutes: count, percent: z.int().nullable() }),
  waiting: z.object({ timeOff: count, claims: count, swaps: count, corrections: count, timesheets: count }),
  /** Certifications in force that end within so many days from today; each number includes the ones before. */
  certificates: z.object({ in7Days: count, in30Days: count, in90Days: count }),
})
