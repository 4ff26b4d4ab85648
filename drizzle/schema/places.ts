// Where and in which pattern people work.
import { sql } from 'drizzle-orm'
import { check, doublePrecision, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { createdAt, deletedAt, id, orgId, updatedAt, version } from './columns.ts'

/** All of `allOf`, and one of `anyOf` when it is not empty. A trigger refuses skills the organisation does not have. */
export type SkillNeeds = {
  allOf: { skillId: string; levelMin: number }[]
  anyOf: { skillId: string; levelMin: number }[]
}
export const noSkillNeeds: SkillNeeds = { allOf: [], anyOf: [] }

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
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ name: 'sites_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('sites_code_key').on(t.orgId, t.code).where(sql`deleted_at is null`),
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
    check('shift_types_start_time_check', sql`${t.startTime} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`),
    check('shift_types_duration_check', sql`${t.durationMinutes} between 15 and 1440`),
    check('shift_types_break_check', sql`${t.breakMinutes} >= 0 and ${t.breakMinutes} < ${t.durationMinutes}`),
  ],
)
