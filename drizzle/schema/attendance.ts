// What was worked: clock events, entries, corrections, timesheets and the periods they are paid by.
import { sql } from 'drizzle-orm'
import {
  boolean,
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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, instant, orgId, refersTo, updatedAt, version } from './columns.ts'
import { employees } from './people.ts'
import { sites } from './places.ts'

/** Periods never overlap (exclusion constraint); a trigger refuses changes to entries of one that is not open. */
export const payPeriods = pgTable(
  'pay_periods',
  {
    orgId: orgId(),
    id: id(),
    firstDay: date('first_day', { mode: 'string' }).notNull(),
    lastDay: date('last_day', { mode: 'string' }).notNull(),
    state: text('state', { enum: ['open', 'closed', 'processing', 'final'] })
      .notNull()
      .default('open'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'pay_periods_pkey', columns: [t.orgId, t.id] }),
    index('pay_periods_span_idx').on(t.orgId, t.firstDay),
    check('pay_periods_days_check', sql`${t.lastDay} >= ${t.firstDay}`),
    check('pay_periods_state_check', sql`${t.state} in ('open', 'closed', 'processing', 'final')`),
  ],
)

/** What the clock was told, as it was told; written once. */
export const clockEvents = pgTable(
  'clock_events',
  {
    orgId: orgId(),
    id: id(),
    employeeId: uuid('employee_id').notNull(),
    kind: text('kind', { enum: ['in', 'out', 'break-start', 'break-end'] }).notNull(),
    at: instant('at').notNull(),
    source: text('source', { enum: ['web', 'kiosk', 'manager'] }).notNull(),
    siteId: uuid('site_id'),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    accuracyMetres: integer('accuracy_metres'),
    address: text('address'),
    recordedBy: uuid('recorded_by'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'clock_events_pkey', columns: [t.orgId, t.id] }),
    refersTo('clock_events_employee_fkey', [t.orgId, t.employeeId], employees).onDelete('cascade'),
    refersTo('clock_events_site_fkey', [t.orgId, t.siteId], sites),
    index('clock_events_employee_idx').on(t.orgId, t.employeeId, t.at),
    index('clock_events_site_idx').on(t.orgId, t.siteId),
    check('clock_events_kind_check', sql`${t.kind} in ('in', 'out', 'break-start', 'break-end')`),
    check('clock_events_source_check', sql`${t.source} in ('web', 'kiosk', 'manager')`),
    check('clock_events_latitude_check', sql`${t.latitude} between -90 and 90`),
    check('clock_events_longitude_check', sql`${t.longitude} between -180 and 180`),
  ],
)

/** One piece of work from in to out. A person's entries never overlap, and one at most is still open. */
export const timeEntries = pgTable(
  'time_entries',
  {
    orgId: orgId(),
    id: id(),
    employeeId: uuid('employee_id').notNull(),
    siteId: uuid('site_id'),
    /** The planned shift it belongs to, if there was one. Loose: rosters change beneath worked time. */
    shiftId: uuid('shift_id'),
    /** Local day on which it began. */
    day: date('day', { mode: 'string' }).notNull(),
    clockedInAt: instant('clocked_in_at').notNull(),
    clockedOutAt: instant('clocked_out_at'),
    breaks: jsonb('breaks').$type<{ from: string; until: string | null }[]>().notNull().default([]),
    /** After grace and rounding; equal to the clock's while the entry is open. */
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at'),
    breakMinutes: smallint('break_minutes').notNull().default(0),
    plannedMinutes: smallint('planned_minutes'),
    workedMinutes: smallint('worked_minutes'),
    state: text('state', { enum: ['open', 'complete', 'missed-punch', 'corrected'] }).notNull(),
    isLate: boolean('is_late').notNull().default(false),
    leftEarly: boolean('left_early').notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'time_entries_pkey', columns: [t.orgId, t.id] }),
    refersTo('time_entries_employee_fkey', [t.orgId, t.employeeId], employees).onDelete('cascade'),
    refersTo('time_entries_site_fkey', [t.orgId, t.siteId], sites),
    uniqueIndex('time_entries_open_key').on(t.orgId, t.employeeId).where(sql`state = 'open'`),
    index('time_entries_employee_idx').on(t.orgId, t.employeeId, t.day),
    index('time_entries_day_idx').on(t.orgId, t.day),
    index('time_entries_site_idx').on(t.orgId, t.siteId),
    index('time_entries_shift_idx').on(t.orgId, t.shiftId),
    index('time_entries_open_idx').on(t.clockedInAt).where(sql`state = 'open'`),
    check('time_entries_state_check', sql`${t.state} in ('open', 'complete', 'missed-punch', 'corrected')`),
    check('time_entries_span_check', sql`${t.endsAt} > ${t.startsAt} and ${t.clockedOutAt} >= ${t.clockedInAt}`),
    check(
      'time_entries_done_check',
      sql`(${t.state} in ('complete', 'corrected')) = (${t.endsAt} is not null and ${t.workedMinutes} is not null)`,
    ),
    check('time_entries_minutes_check', sql`${t.breakMinutes} >= 0 and coalesce(${t.workedMinutes}, 0) >= 0`),
  ],
)

/** A person asks that an entry be put right. */
export const timeCorrections = pgTable(
  'time_corrections',
  {
    orgId: orgId(),
    id: id(),
    employeeId: uuid('employee_id').notNull(),
    /** Null asks for an entry that is missing altogether. */
    entryId: uuid('entry_id'),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    breakMinutes: smallint('break_minutes').notNull().default(0),
    siteId: uuid('site_id'),
    reason: text('reason').notNull(),
    state: text('state', { enum: ['pending', 'approved', 'rejected', 'cancelled'] })
      .notNull()
      .default('pending'),
    requestedBy: uuid('requested_by').notNull(),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    note: text('note'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'time_corrections_pkey', columns: [t.orgId, t.id] }),
    refersTo('time_corrections_employee_fkey', [t.orgId, t.employeeId], employees).onDelete('cascade'),
    refersTo('time_corrections_entry_fkey', [t.orgId, t.entryId], timeEntries).onDelete('cascade'),
    refersTo('time_corrections_site_fkey', [t.orgId, t.siteId], sites),
    uniqueIndex('time_corrections_live_key').on(t.orgId, t.entryId).where(sql`state = 'pending'`),
    index('time_corrections_employee_idx').on(t.orgId, t.employeeId, t.createdAt),
    index('time_corrections_created_idx').on(t.orgId, t.createdAt, t.id),
    index('time_corrections_state_idx').on(t.orgId, t.state, t.createdAt),
    index('time_corrections_entry_idx').on(t.orgId, t.entryId),
    index('time_corrections_site_idx').on(t.orgId, t.siteId),
    check('time_corrections_span_check', sql`${t.endsAt} > ${t.startsAt}`),
    check('time_corrections_break_check', sql`${t.breakMinutes} between 0 and 1440`),
    check('time_corrections_state_check', sql`${t.state} in ('pending', 'approved', 'rejected', 'cancelled')`),
    check('time_corrections_reason_check', sql`length(btrim(${t.reason})) between 1 and 500`),
  ],
)

/** One person's worked time in one pay period; numbers are frozen when it is approved. */
export const timesheets = pgTable(
  'timesheets',
  {
    orgId: orgId(),
    id: id(),
    employeeId: uuid('employee_id').notNull(),
    payPeriodId: uuid('pay_period_id').notNull(),
    state: text('state', { enum: ['open', 'submitted', 'approved', 'rejected'] })
      .notNull()
      .default('open'),
    workedMinutes: integer('worked_minutes').notNull().default(0),
    plannedMinutes: integer('planned_minutes').notNull().default(0),
    costMinor: integer('cost_minor'),
    note: text('note'),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'timesheets_pkey', columns: [t.orgId, t.id] }),
    refersTo('timesheets_employee_fkey', [t.orgId, t.employeeId], employees).onDelete('cascade'),
    refersTo('timesheets_period_fkey', [t.orgId, t.payPeriodId], payPeriods),
    uniqueIndex('timesheets_person_key').on(t.orgId, t.employeeId, t.payPeriodId),
    index('timesheets_period_idx').on(t.orgId, t.payPeriodId, t.state),
    check('timesheets_state_check', sql`${t.state} in ('open', 'submitted', 'approved', 'rejected')`),
    check('timesheets_minutes_check', sql`${t.workedMinutes} >= 0 and ${t.plannedMinutes} >= 0`),
  ],
)
