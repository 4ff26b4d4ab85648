// Heads wanted of one shift type at one site on one local day.
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, orgId, refersTo, updatedAt, version } from './columns.ts'
import { noSkillNeeds, type SkillNeeds, shiftTypes, sites } from './places.ts'

/** The same type may be wanted twice on a day with other skills, never twice with the same. */
export const demand = pgTable(
  'demand',
  {
    orgId: orgId(),
    id: id(),
    siteId: uuid('site_id').notNull(),
    shiftTypeId: uuid('shift_type_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    headsMin: smallint('heads_min').notNull(),
    headsTarget: smallint('heads_target'),
    headsMax: smallint('heads_max'),
    priority: smallint('priority').notNull().default(1),
    skills: jsonb('skills').$type<SkillNeeds>().notNull().default(noSkillNeeds),
    skillsKey: text('skills_key').generatedAlwaysAs(sql`md5(skills::text)`).notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'demand_pkey', columns: [t.orgId, t.id] }),
    foreignKey({
      name: 'demand_site_fkey',
      columns: [t.orgId, t.siteId],
      foreignColumns: [sites.orgId, sites.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'demand_shift_type_fkey',
      columns: [t.orgId, t.shiftTypeId],
      foreignColumns: [shiftTypes.orgId, shiftTypes.id],
    }).onDelete('cascade'),
    unique('demand_key').on(t.orgId, t.day, t.siteId, t.shiftTypeId, t.skillsKey),
    index('demand_site_idx').on(t.orgId, t.siteId, t.day),
    index('demand_shift_type_idx').on(t.orgId, t.shiftTypeId),
    check(
      'demand_heads_check',
      sql`${t.headsMin} >= 0 and coalesce(${t.headsTarget}, ${t.headsMin}) >= ${t.headsMin} and coalesce(${t.headsMax}, 32767) >= coalesce(${t.headsTarget}, ${t.headsMin})`,
    ),
    check('demand_priority_check', sql`${t.priority} between 1 and 100`),
  ],
)

/** What is wanted on certain weekdays for a while; a dated row of `demand` of the same key takes its place on that day. */
export const demandPatterns = pgTable(
  'demand_patterns',
  {
    orgId: orgId(),
    id: id(),
    siteId: uuid('site_id').notNull(),
    shiftTypeId: uuid('shift_type_id').notNull(),
    /** ISO weekdays, 1 (Monday) to 7. */
    weekdays: smallint('weekdays').array().notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    validUntil: date('valid_until', { mode: 'string' }),
    /** Whether holidays of the site count as their weekday. */
    onHolidays: boolean('on_holidays').notNull().default(true),
    headsMin: smallint('heads_min').notNull(),
    headsTarget: smallint('heads_target'),
    headsMax: smallint('heads_max'),
    priority: smallint('priority').notNull().default(1),
    skills: jsonb('skills').$type<SkillNeeds>().notNull().default(noSkillNeeds),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'demand_patterns_pkey', columns: [t.orgId, t.id] }),
    refersTo('demand_patterns_site_fkey', [t.orgId, t.siteId], sites).onDelete('cascade'),
    refersTo('demand_patterns_shift_type_fkey', [t.orgId, t.shiftTypeId], shiftTypes).onDelete('cascade'),
    index('demand_patterns_from_idx').on(t.orgId, t.validFrom, t.id),
    index('demand_patterns_site_idx').on(t.orgId, t.siteId, t.validFrom),
    index('demand_patterns_shift_type_idx').on(t.orgId, t.shiftTypeId),
    check(
      'demand_patterns_weekdays_check',
      sql`cardinality(${t.weekdays}) between 1 and 7 and ${t.weekdays} <@ array[1,2,3,4,5,6,7]::smallint[]`,
    ),
    check('demand_patterns_dates_check', sql`${t.validUntil} >= ${t.validFrom}`),
    check(
      'demand_patterns_heads_check',
      sql`${t.headsMin} >= 0 and coalesce(${t.headsTarget}, ${t.headsMin}) >= ${t.headsMin} and coalesce(${t.headsMax}, 32767) >= coalesce(${t.headsTarget}, ${t.headsMin})`,
    ),
    check('demand_patterns_priority_check', sql`${t.priority} between 1 and 100`),
  ],
)

/** Heads over the day in equal intervals, of one weekday or of one date (which goes before the weekday). */
export const demandCurves = pgTable(
  'demand_curves',
  {
    orgId: orgId(),
    id: id(),
    siteId: uuid('site_id').notNull(),
    name: text('name').notNull(),
    weekday: smallint('weekday'),
    day: date('day', { mode: 'string' }),
    intervalMinutes: smallint('interval_minutes').notNull(),
    /** From local midnight; as many as fit into a day. */
    heads: smallint('heads').array().notNull(),
    skills: jsonb('skills').$type<SkillNeeds>().notNull().default(noSkillNeeds),
    skillsKey: text('skills_key').generatedAlwaysAs(sql`md5(skills::text)`).notNull(),
    /** The only shift types that may be opened for it; all when empty. */
    shiftTypeIds: uuid('shift_type_ids').array().notNull().default([]),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'demand_curves_pkey', columns: [t.orgId, t.id] }),
    index('demand_curves_name_idx').on(t.orgId, t.name, t.id),
    refersTo('demand_curves_site_fkey', [t.orgId, t.siteId], sites).onDelete('cascade'),
    unique('demand_curves_key').on(t.orgId, t.siteId, t.skillsKey, t.weekday, t.day).nullsNotDistinct(),
    check(
      'demand_curves_when_check',
      sql`(${t.weekday} is null) <> (${t.day} is null) and coalesce(${t.weekday}, 1) between 1 and 7`,
    ),
    check(
      'demand_curves_heads_check',
      sql`${t.intervalMinutes} in (15, 30, 60) and cardinality(${t.heads}) = 1440 / ${t.intervalMinutes} and 0 <= all (${t.heads})`,
    ),
  ],
)
