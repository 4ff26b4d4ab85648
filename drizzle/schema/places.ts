// Where and in which pattern people work.
import { sql } from 'drizzle-orm'
import {
  char,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, deletedAt, id, orgId, refersTo, updatedAt, version } from './columns.ts'

/** All of `allOf`, and one of `anyOf` when it is not empty. A trigger refuses skills the organisation does not have. */
export type SkillNeeds = {
  allOf: { skillId: string; levelMin: number }[]
  anyOf: { skillId: string; levelMin: number }[]
}
export const noSkillNeeds: SkillNeeds = { allOf: [], anyOf: [] }

/** A pause within a shift, by minutes from its start. */
export type ShiftBreak = { afterMinutes: number; minutes: number; isPaid: boolean }

export const sites = pgTable(
  'sites',
  {
    orgId: orgId(),
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    /** IANA zone of the site's local days. */
    zone: text('zone').notNull(),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    address: text('address'),
    country: char('country', { length: 2 }),
    /** Subdivision of the country (ISO 3166-2 without the country), for its holidays. */
    region: text('region'),
    /** Who clocks in must be within so many metres; null asks nothing. */
    geofenceMetres: integer('geofence_metres'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ name: 'sites_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('sites_code_key').on(t.orgId, t.code).where(sql`deleted_at is null`),
    index('sites_name_idx').on(t.orgId, t.name, t.id),
    check('sites_country_check', sql`${t.country} ~ '^[A-Z]{2}$'`),
    check('sites_geofence_check', sql`${t.geofenceMetres} between 10 and 100000`),
    check(
      'sites_coordinates_check',
      sql`(${t.latitude} is null) = (${t.longitude} is null) and (${t.geofenceMetres} is null or ${t.latitude} is not null)`,
    ),
    check('sites_latitude_check', sql`${t.latitude} between -90 and 90`),
    check('sites_longitude_check', sql`${t.longitude} between -180 and 180`),
  ],
)

export const shiftTypes = pgTable(
  'shift_types',
  {
    orgId: orgId(),
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    /** Local time of day, "HH:MM". */
    startTime: text('start_time').notNull(),
    durationMinutes: integer('duration_minutes').notNull(),
    breakMinutes: integer('break_minutes').notNull().default(0),
    /** Where the break's pieces lie; their unpaid minutes sum to `breakMinutes`. */
    breaks: jsonb('breaks').$type<ShiftBreak[]>().notNull().default([]),
    /** On top of the hourly rate for every hour of this type, in percent. */
    premiumPercent: smallint('premium_percent').notNull().default(0),
    tags: text('tags').array().notNull().default([]),
    colour: text('colour'),
    skills: jsonb('skills').$type<SkillNeeds>().notNull().default(noSkillNeeds),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ name: 'shift_types_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('shift_types_code_key').on(t.orgId, t.code).where(sql`deleted_at is null`),
    index('shift_types_name_idx').on(t.orgId, t.name, t.id),
    check('shift_types_start_time_check', sql`${t.startTime} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`),
    check('shift_types_premium_check', sql`${t.premiumPercent} between 0 and 300`),
    check('shift_types_duration_check', sql`${t.durationMinutes} between 15 and 1440`),
    check('shift_types_break_check', sql`${t.breakMinutes} >= 0 and ${t.breakMinutes} < ${t.durationMinutes}`),
  ],
)

/** Minutes from one site to another where they are known; else the great circle answers. */
export const siteTravel = pgTable(
  'site_travel',
  {
    orgId: orgId(),
    fromSiteId: uuid('from_site_id').notNull(),
    toSiteId: uuid('to_site_id').notNull(),
    minutes: smallint('minutes').notNull(),
    metres: integer('metres'),
  },
  (t) => [
    primaryKey({ name: 'site_travel_pkey', columns: [t.orgId, t.fromSiteId, t.toSiteId] }),
    refersTo('site_travel_from_fkey', [t.orgId, t.fromSiteId], sites).onDelete('cascade'),
    refersTo('site_travel_to_fkey', [t.orgId, t.toSiteId], sites).onDelete('cascade'),
    index('site_travel_to_idx').on(t.orgId, t.toSiteId),
    check('site_travel_minutes_check', sql`${t.minutes} between 0 and 1440 and ${t.metres} >= 0`),
    check('site_travel_self_check', sql`${t.fromSiteId} <> ${t.toSiteId}`),
  ],
)

/** Holidays an organisation keeps: for all sites, or for one. */
export const holidays = pgTable(
  'holidays',
  {
    orgId: orgId(),
    id: id(),
    siteId: uuid('site_id'),
    day: date('day', { mode: 'string' }).notNull(),
    name: text('name').notNull(),
    /** Where it came from: a country's calendar or a person. */
    source: text('source', { enum: ['calendar', 'manual'] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'holidays_pkey', columns: [t.orgId, t.id] }),
    refersTo('holidays_site_fkey', [t.orgId, t.siteId], sites).onDelete('cascade'),
    unique('holidays_day_key').on(t.orgId, t.day, t.siteId).nullsNotDistinct(),
    index('holidays_site_idx').on(t.orgId, t.siteId),
    check('holidays_source_check', sql`${t.source} in ('calendar', 'manual')`),
  ],
)
