// Demand that comes again: weekday patterns and curves over the day. Dated lines stand in workforce.ts.
import * as z from 'zod'
import { filteredQuery, idSchema, localDate, version } from './envelope.ts'
import { demandHeads, demandNeeds, shownNeeds, skillNeeds } from './heads.ts'
import { patchOf } from './patch-of.ts'

const weekday = z.int().min(1).max(7)

/** Wanted on certain weekdays for a while; a dated line of the same site, type and skills takes its place on that day. */
export const patternCreate = z.strictObject({
  siteId: idSchema,
  shiftTypeId: idSchema,
  /** 1 (Monday) to 7. */
  weekdays: z
    .array(weekday)
    .min(1)
    .max(7)
    .refine((days) => new Set(days).size === days.length, 'Name each weekday once'),
  validFrom: localDate,
  validUntil: localDate.nullable().optional(),
  /** False: on holidays of the site nothing is wanted by it. */
  onHolidays: z.boolean().default(true),
  ...demandNeeds,
})
export const patternUpdate = patchOf(patternCreate)
export const patternSchema = z.object({
  id: idSchema,
  siteId: idSchema,
  shiftTypeId: idSchema,
  weekdays: z.array(weekday),
  validFrom: localDate,
  validUntil: localDate.nullable(),
  onHolidays: z.boolean(),
  ...shownNeeds,
  version,
})

/** Heads over the day, from local midnight in equal intervals; of a weekday, or of a date, which goes before the weekday. */
export const curveCreate = z.strictObject({
  siteId: idSchema,
  name: z.string().trim().min(1).max(200),
  weekday: weekday.nullable().optional(),
  day: localDate.nullable().optional(),
  intervalMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)]),
  /** As many as fit into a day: 96, 48 or 24. */
  heads: z.array(demandHeads).min(24).max(96),
  /** Asked of every head. */
  skills: skillNeeds.default({ allOf: [], anyOf: [] }),
  /** The only shift types that may be opened for it; all when empty. */
  shiftTypeIds: z.array(idSchema).max(100).default([]),
})
export const curveUpdate = patchOf(curveCreate)
export const curveSchema = z.object({
  id: idSchema,
  siteId: idSchema,
  name: z.string(),
  weekday: weekday.nullable(),
  day: localDate.nullable(),
  intervalMinutes: z.int(),
  heads: z.array(z.int()),
  skills: skillNeeds,
  shiftTypeIds: z.array(idSchema),
  version,
})
/** Of one site. */
export const siteDemandQuery = filteredQuery.extend({ siteId: idSchema.optional() })
