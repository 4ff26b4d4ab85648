// What happens to a roster over time: versions, templates, rotations, acknowledgements and reasons.
import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, instant, orgId, refersTo, updatedAt, version } from './columns.ts'
import { employees } from './people.ts'
import { rosters } from './rosters.ts'

/** A roster as it stood; written once. */
export const rosterVersions = pgTable(
  'roster_versions',
  {
    orgId: orgId(),
    id: id(),
    rosterId: uuid('roster_id').notNull(),
    number: integer('number').notNull(),
    cause: text('cause', { enum: ['published', 'unpublished', 'accepted-run', 'restored', 'kept'] }).notNull(),
    note: text('note'),
    /** `RosterSnapshot` of the API's contract: shifts and assignments in full. */
    snapshot: jsonb('snapshot').$type<unknown>().notNull(),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'roster_versions_pkey', columns: [t.orgId, t.id] }),
    refersTo('roster_versions_roster_fkey', [t.orgId, t.rosterId], rosters).onDelete('cascade'),
    uniqueIndex('roster_versions_number_key').on(t.orgId, t.rosterId, t.number),
    check(
      'roster_versions_cause_check',
      sql`${t.cause} in ('published', 'unpublished', 'accepted-run', 'restored', 'kept')`,
    ),
  ],
)

/** Shifts by offset from a first day, to be laid over any period; with or without the people. */
export const rosterTemplates = pgTable(
  'roster_templates',
  {
    orgId: orgId(),
    id: id(),
    name: text('name').notNull(),
    days: smallint('days').notNull(),
    content: jsonb('content').$type<unknown>().notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'roster_templates_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('roster_templates_name_key').on(t.orgId, t.name),
    check('roster_templates_days_check', sql`${t.days} between 1 and 366`),
  ],
)

/** A cycle of shift types (or free days) that people follow, each from an offset of their own. */
export const rotations = pgTable(
  'rotations',
  {
    orgId: orgId(),
    id: id(),
    name: text('name').notNull(),
    /** One entry a day of the cycle: the id of a shift type, or null for a free day. */
    cycle: jsonb('cycle').$type<(string | null)[]>().notNull(),
    /** Who follows it: employee, site, and how many days into the cycle they are on `anchorDay`. */
    members: jsonb('members')
      .$type<{ employeeId: string; siteId: string; offsetDays: number }[]>()
      .notNull()
      .default([]),
    anchorDay: text('anchor_day').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'rotations_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('rotations_name_key').on(t.orgId, t.name),
    check('rotations_cycle_check', sql`jsonb_array_length(${t.cycle}) between 1 and 366`),
    check('rotations_anchor_check', sql`${t.anchorDay} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`),
  ],
)

/** That a person has seen a published version. */
export const rosterAcknowledgements = pgTable(
  'roster_acknowledgements',
  {
    orgId: orgId(),
    rosterId: uuid('roster_id').notNull(),
    employeeId: uuid('employee_id').notNull(),
    /** The published version they saw. */
    versionNumber: integer('version_number').notNull(),
    acknowledgedAt: instant('acknowledged_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'roster_acknowledgements_pkey', columns: [t.orgId, t.rosterId, t.employeeId] }),
    refersTo('roster_acknowledgements_roster_fkey', [t.orgId, t.rosterId], rosters).onDelete('cascade'),
    refersTo('roster_acknowledgements_employee_fkey', [t.orgId, t.employeeId], employees).onDelete('cascade'),
    index('roster_acknowledgements_employee_idx').on(t.orgId, t.employeeId),
  ],
)

/** Why somebody went against a rule that only warns. */
export const ruleOverrides = pgTable(
  'rule_overrides',
  {
    orgId: orgId(),
    id: id(),
    rosterId: uuid('roster_id').notNull(),
    ruleId: text('rule_id').notNull(),
    employeeId: uuid('employee_id'),
    shiftId: uuid('shift_id'),
    reason: text('reason').notNull(),
    /** The breach as it was judged. */
    breach: jsonb('breach').$type<unknown>().notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'rule_overrides_pkey', columns: [t.orgId, t.id] }),
    refersTo('rule_overrides_roster_fkey', [t.orgId, t.rosterId], rosters).onDelete('cascade'),
    refersTo('rule_overrides_employee_fkey', [t.orgId, t.employeeId], employees).onDelete('cascade'),
    index('rule_overrides_roster_idx').on(t.orgId, t.rosterId, t.createdAt, t.id),
    index('rule_overrides_employee_idx').on(t.orgId, t.employeeId),
    check('rule_overrides_reason_check', sql`length(btrim(${t.reason})) between 1 and 500`),
  ],
)
