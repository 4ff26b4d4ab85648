// Ways between sites, and holidays.
import * as z from 'zod'
import { country, region } from './countries.ts'
import { idSchema, listQuery, localDate } from './envelope.ts'

const minutes = z.int().min(0).max(1440)
const metres = z.int().min(0).max(40_100_000)

/** Every way from the site that is known better than the great circle tells; it replaces what was given before. */
export const travelUpdate = z.strictObject({
  times: z.array(z.strictObject({ toSiteId: idSchema, minutes, metres: metres.nullable().optional() })).max(1000),
})
/** Ways from a site to every other one. */
export const travelSchema = z.object({
  siteId: idSchema,
  times: z.array(
    z.object({
      toSiteId: idSchema,
      /** Null where nothing is known: no time was given and one of the two has no coordinates. */
      minutes: minutes.nullable(),
      metres: metres.nullable(),
      /** Given for this way, given for the way back, or worked out along the great circle. */
      source: z.enum(['given', 'given-back', 'great-circle']).nullable(),
    }),
  ),
  /** The site's. */
  version: z.int().min(1),
})

const holidayName = z.string().trim().min(1).max(200)
export const holidayCreate = z.strictObject({
  day: localDate,
  name: holidayName,
  /** Null for all sites. */
  siteId: idSchema.nullable().default(null),
})
export const holidaySchema = z.object({
  id: idSchema,
  day: localDate,
  name: z.string(),
  siteId: idSchema.nullable(),
  source: z.enum(['calendar', 'manual']),
})
/** Of the days from `from` to `to`, both included; with a site, its own and those of all sites. */
export const holidayQuery = listQuery.extend({
  from: localDate.optional(),
  to: localDate.optional(),
  siteId: idSchema.optional(),
})
export const holidayLoad = z.strictObject({
  year: z.int().min(2000).max(2100),
  country,
  region: region.nullable().default(null),
  /** Only for this site; null for all. */
  siteId: idSchema.nullable().default(null),
})
export const holidayLoaded = z.object({
  /** Holidays of the calendar that were not there yet, and those whose day had one already. */
  added: z.int(),
  known: z.int(),
})
