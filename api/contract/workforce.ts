// People, what they can do, where and when work is needed. Bodies are strict: an unknown field is an error.
import * as z from 'zod'
import { country, region } from './countries.ts'
import { filteredQuery, idSchema, instant, localDate, narrowedQuery, version } from './envelope.ts'
import { demandNeeds, shownNeeds, skillNeeds } from './heads.ts'
import { patchOf } from './patch-of.ts'

const name = z.string().trim().min(1).max(200)
const code = z.string().trim().min(1).max(64)
const zone = z.string().min(1).max(64)

export const organisationCreate = z.strictObject({
  name,
  zone,
  weekStart: z.int().min(1).max(7).default(1),
  country: z.string().length(2).optional(),
})
export const ruleSettingSchema = z.strictObject({
  rule: z.string().max(64),
  level: z.enum(['hard', 'medium', 'soft', 'off']).optional(),
  weight: z.int().min(1).max(1_000_000).optional(),
  params: z.record(z.string(), z.unknown()).optional(),
})
export const organisationSchema = z.object({
  id: idSchema,
  name: z.string(),
  slug: z.string(),
  zone: z.string(),
  weekStart: z.int(),
  country: z.string().nullable(),
  /** ISO 4217; what every amount in minor units is in. */
  currency: z.string(),
  rules: z.array(ruleSettingSchema),
  /** True: a person may work two shifts at once. */
  allowDoubleBooking: z.boolean(),
  version,
})
export const organisationUpdate = z.strictObject({
  name: name.optional(),
  zone: zone.optional(),
  weekStart: z.int().min(1).max(7).optional(),
  rules: z.array(ruleSettingSchema).max(200).optional(),
  allowDoubleBooking: z.boolean().optional(),
})

export const siteCreate = z.strictObject({
  code,
  name,
  zone,
  latitude: z.number().min(-90).max(90).nullable().optional(),
  longitude: z.number().min(-180).max(180).nullable().optional(),
  address: z.string().trim().min(1).max(500).nullable().optional(),
  country: country.nullable().optional(),
  /** ISO 3166-2 without the country ("BY"), for the holidays there. */
  region: region.nullable().optional(),
  /** Who clocks in must be within so many metres; needs coordinates. */
  geofenceMetres: z.int().min(10).max(100_000).nullable().optional(),
})
export const siteUpdate = patchOf(siteCreate)
export const siteSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  zone: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  address: z.string().nullable(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  geofenceMetres: z.int().nullable(),
  version,
})

const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const shiftBreak = z.strictObject({
  afterMinutes: z.int().min(0).max(1439),
  minutes: z.int().min(1).max(480),
  isPaid: z.boolean().default(false),
})
export const shiftTypeCreate = z.strictObject({
  code,
  name,
  startTime: localTime,
  /** Length as the clock shows it on an ordinary day; a shift over a clock change has its true length. */
  durationMinutes: z.int().min(15).max(1440),
  /** Unpaid minutes; those of `breaks` where these are given. */
  breakMinutes: z.int().min(0).max(480).default(0),
  /** Where breaks lie, in order, by minutes from the start. */
  breaks: z.array(shiftBreak).max(10).default([]),
  /** On top of the hourly rate, in percent. */
  premiumPercent: z.int().min(0).max(300).default(0),
  tags: z.array(z.string().max(40)).max(20).default([]),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .nullable()
    .optional(),
  skills: skillNeeds.default({ allOf: [], anyOf: [] }),
})
export const shiftTypeUpdate = patchOf(shiftTypeCreate)
export const shiftTypeSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  startTime: z.string(),
  durationMinutes: z.int(),
  breakMinutes: z.int(),
  breaks: z.array(shiftBreak),
  premiumPercent: z.int(),
  tags: z.array(z.string()),
  colour: z.string().nullable(),
  skills: skillNeeds,
  version,
})

/** Rows of one person, and those that touch the time between two instants. */
export const spanQuery = narrowedQuery.extend({
  employeeId: idSchema.optional(),
  from: instant.optional(),
  to: instant.optional(),
})

/** Heads wanted of one shift type at one site on one local day. */
export const demandCreate = z.strictObject({
  siteId: idSchema,
  shiftTypeId: idSchema,
  day: localDate,
  ...demandNeeds,
})
export const demandUpdate = patchOf(demandCreate)
/** Demand of the days from `from` to `to`, both included. */
export const demandQuery = filteredQuery.extend({
  from: localDate.optional(),
  to: localDate.optional(),
  siteId: idSchema.optional(),
})
export const demandSchema = z.object({
  id: idSchema,
  siteId: idSchema,
  shiftTypeId: idSchema,
  day: localDate,
  ...shownNeeds,
  version,
})

/** CSV imports: one kind a file. The same content is sent to preview and then to commit, so nothing is kept in between. */
export const importKinds = [
  'skills',
  'contracts',
  'sites',
  'shift-types',
  'people',
  'time-off',
  'wishes',
  'demand',
] as const
export const importFile = z.strictObject({
  kind: z.enum(importKinds),
  filename: z.string().max(200).optional(),
  content: z.string().max(4_000_000),
})
/** Files of one request refer to each other by code (people to skills and contracts), in any order, and are written in one transaction. */
export const importRequest = z.strictObject({ files: z.array(importFile).min(1).max(8) })
export const importLineError = z.object({
  kind: z.enum(importKinds),
  line: z.int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.string(),
})
export const importPreview = z.object({
  files: z.array(
    z.object({
      kind: z.enum(importKinds),
      rows: z.int(),
      creates: z.int(),
      updates: z.int(),
      unchanged: z.int(),
      sample: z.array(z.record(z.string(), z.string())).max(5),
    }),
  ),
  errors: z.array(importLineError),
})
