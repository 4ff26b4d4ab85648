// How one organisation plans: its zone, its week and its rules.
import { sql } from 'drizzle-orm'
import { boolean, char, check, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { RuleSetting } from '../../solver/model/problem.ts'
import { organisations } from './auth.ts'
import { createdAt, updatedAt, version } from './columns.ts'

/** One row an organisation; its version is the organisation's version on the wire. */
export const organisationSettings = pgTable(
  'organisation_settings',
  {
    orgId: uuid('org_id')
      .primaryKey()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** IANA zone in which days of people are counted. */
    zone: text('zone').notNull(),
    /** First day of a week: 1 (Monday) to 7. */
    weekStart: smallint('week_start').notNull().default(1),
    country: char('country', { length: 2 }),
    rules: jsonb('rules').$type<RuleSetting[]>().notNull().default([]),
    allowDoubleBooking: boolean('allow_double_booking').notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check('organisation_settings_week_start_check', sql`${t.weekStart} between 1 and 7`),
    check('organisation_settings_rules_check', sql`jsonb_typeof(${t.rules}) = 'array'`),
    check('organisation_settings_country_check', sql`${t.country} ~ '^[A-Z]{2}$'`),
  ],
)
