// How one organisation plans: its zone, its week and its rules.
import { sql } from 'drizzle-orm'
import { boolean, char, check, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { RuleSetting } from '../../solver/model/problem.ts'
import { organisations } from './auth.ts'
import { createdAt, updatedAt, version } from './columns.ts'

/** How worked time is taken down. */
export type AttendancePolicy = {
  /** Clocking within so many minutes around the planned time counts as the planned time. */
  graceMinutes: number
  /** Worked times are rounded to so many minutes: 1, 5, 6, 10, 15 or 30. */
  roundingMinutes: number
  /** How long after the planned end a forgotten clock-out is a missed punch. */
  missedAfterMinutes: number
  /** Addresses (CIDR) from which the web clock is taken; all when empty. */
  addresses: string[]
}
export const defaultAttendancePolicy: AttendancePolicy = {
  graceMinutes: 5,
  roundingMinutes: 1,
  missedAfterMinutes: 120,
  addresses: [],
}

/** Who decides when people take, offer or trade shifts. */
export type ExchangePolicy = {
  claims: 'automatic' | 'approval'
  swaps: 'automatic' | 'approval'
  offers: 'automatic' | 'approval'
  /** Nothing may be traded later than so long before the start. */
  closesMinutesBefore: number
}
export const defaultExchangePolicy: ExchangePolicy = {
  claims: 'automatic',
  swaps: 'approval',
  offers: 'approval',
  closesMinutesBefore: 0,
}

/** One row an organisation; its version is the organisation's version on the wire. */
/** Of an organisation that names none. */
export const defaultCurrency = 'EUR'

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
    /** ISO 4217; every amount of money of the organisation is in its minor units. */
    currency: char('currency', { length: 3 }).notNull().default(defaultCurrency),
    /** Scales the limits of requests. */
    tier: text('tier', { enum: ['free', 'standard', 'large'] })
      .notNull()
      .default('standard'),
    attendance: jsonb('attendance').$type<AttendancePolicy>().notNull().default(defaultAttendancePolicy),
    exchange: jsonb('exchange').$type<ExchangePolicy>().notNull().default(defaultExchangePolicy),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check('organisation_settings_week_start_check', sql`${t.weekStart} between 1 and 7`),
    check('organisation_settings_currency_check', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check('organisation_settings_tier_check', sql`${t.tier} in ('free', 'standard', 'large')`),
    check('organisation_settings_rules_check', sql`jsonb_typeof(${t.rules}) = 'array'`),
    check('organisation_settings_country_check', sql`${t.country} ~ '^[A-Z]{2}$'`),
  ],
)
