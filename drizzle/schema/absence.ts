// When a person cannot, would rather or would rather not work.
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, deletedAt, id, instant, orgId, refersTo, updatedAt, version } from './columns.ts'
import { employees } from './people.ts'
import { shiftTypes, sites } from './places.ts'
import { departments } from './structure.ts'

/** A kind of leave and its policy; amounts in minutes, so that days and hours keep one ledger. */
export const timeOffTypes = pgTable(
  'time_off_types',
  {
    orgId: orgId(),
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    unit: text('unit', { enum: ['days', 'hours'] }).notNull(),
    /** What one day of this leave takes from the balance. */
    minutesPerDay: smallint('minutes_per_day').notNull().default(480),
    isPaid: boolean('is_paid').notNull().default(true),
    /** False for leave without a balance, such as sickness. */
    hasBalance: boolean('has_balance').notNull().default(true),
    mayGoBelowZero: boolean('may_go_below_zero').notNull().default(false),
    accrualMinutesPerMonth: integer('accrual_minutes_per_month').notNull().default(0),
    /** Most that goes over into the next year; null for all of it. */
    carryOverMinutesMax: integer('carry_over_minutes_max'),
    /** 0: granted at once; 1 and 2: so many people say yes, one after the other. */
    approvalLevels: smallint('approval_levels').notNull().default(1),
    noticeDaysMin: smallint('notice_days_min').notNull().default(0),
    /** ISO weekdays, 1 (Monday) to 7, that leave takes from the balance; the others are free anyway. */
    weekdays: smallint('weekdays').array().notNull().default([1, 2, 3, 4, 5]),
    /** First day of the last month for which the balances were given what the policy says. */
    accruedOn: date('accrued_on', { mode: 'string' }),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ name: 'time_off_types_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('time_off_types_code_key').on(t.orgId, t.code).where(sql`deleted_at is null`),
    index('time_off_types_name_idx').on(t.orgId, t.name, t.id),
    check(
      'time_off_types_weekdays_check',
      sql`cardinality(${t.weekdays}) between 1 and 7 and ${t.weekdays} <@ array[1,2,3,4,5,6,7]::smallint[]`,
    ),
    check('time_off_types_unit_check', sql`${t.unit} in ('days', 'hours')`),
    check('time_off_types_minutes_check', sql`${t.minutesPerDay} between 1 and 1440`),
    check('time_off_types_accrual_check', sql`${t.accrualMinutesPerMonth} between 0 and 44640`),
    check('time_off_types_carry_over_check', sql`${t.carryOverMinutesMax} >= 0`),
    check('time_off_types_levels_check', sql`${t.approvalLevels} between 0 and 2`),
    check('time_off_types_notice_check', sql`${t.noticeDaysMin} between 0 and 365`),
  ],
)

export const timeOffRequests = pgTable(
  'time_off_requests',
  {
    orgId: orgId(),
    id: id(),
    employeeId: uuid('employee_id').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** Null for leave entered without a kind: it takes nothing from any balance. */
    typeId: uuid('type_id'),
    /** What it takes from the balance. */
    minutes: integer('minutes').notNull().default(0),
    reason: text('reason'),
    requestedBy: uuid('requested_by'),
    state: text('state', { enum: ['pending', 'approved', 'rejected', 'cancelled'] }).notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ name: 'time_off_requests_pkey', columns: [t.orgId, t.id] }),
    foreignKey({
      name: 'time_off_requests_employee_fkey',
      columns: [t.orgId, t.employeeId],
      foreignColumns: [employees.orgId, employees.id],
    }).onDelete('cascade'),
    refersTo('time_off_requests_type_fkey', [t.orgId, t.typeId], timeOffTypes),
    index('time_off_requests_type_idx').on(t.orgId, t.typeId),
    index('time_off_requests_state_idx').on(t.orgId, t.state, t.startsAt),
    check('time_off_requests_minutes_check', sql`${t.minutes} >= 0`),
    index('time_off_requests_employee_idx').on(t.orgId, t.employeeId, t.startsAt),
    index('time_off_requests_span_idx').on(t.orgId, t.startsAt, t.endsAt),
    check('time_off_requests_span_check', sql`${t.endsAt} > ${t.startsAt}`),
    check('time_off_requests_state_check', sql`${t.state} in ('pending', 'approved', 'rejected', 'cancelled')`),
  ],
)

/** Who said what at which level. */
export const timeOffDecisions = pgTable(
  'time_off_decisions',
  {
    orgId: orgId(),
    requestId: uuid('request_id').notNull(),
    level: smallint('level').notNull(),
    decision: text('decision', { enum: ['approved', 'rejected'] }).notNull(),
    decidedBy: uuid('decided_by').notNull(),
    note: text('note'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'time_off_decisions_pkey', columns: [t.orgId, t.requestId, t.level] }),
    refersTo('time_off_decisions_request_fkey', [t.orgId, t.requestId], timeOffRequests).onDelete('cascade'),
    check('time_off_decisions_level_check', sql`${t.level} between 1 and 2`),
    check('time_off_decisions_decision_check', sql`${t.decision} in ('approved', 'rejected')`),
  ],
)

/** What remains, kept by a trigger on the ledger. `floorMinutes` is null where the policy lets it fall below zero. */
export const timeOffBalances = pgTable(
  'time_off_balances',
  {
    orgId: orgId(),
    employeeId: uuid('employee_id').notNull(),
    typeId: uuid('type_id').notNull(),
    minutes: integer('minutes').notNull(),
    floorMinutes: integer('floor_minutes'),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'time_off_balances_pkey', columns: [t.orgId, t.employeeId, t.typeId] }),
    refersTo('time_off_balances_employee_fkey', [t.orgId, t.employeeId], employees).onDelete('cascade'),
    refersTo('time_off_balances_type_fkey', [t.orgId, t.typeId], timeOffTypes).onDelete('cascade'),
    index('time_off_balances_type_idx').on(t.orgId, t.typeId),
    check('time_off_balances_floor_check', sql`${t.floorMinutes} is null or ${t.minutes} >= ${t.floorMinutes}`),
  ],
)

/** Entries are written once; a mistake is mended by another entry. A pending request is already taken off. */
export const timeOffLedger = pgTable(
  'time_off_ledger',
  {
    orgId: orgId(),
    id: id(),
    employeeId: uuid('employee_id').notNull(),
    typeId: uuid('type_id').notNull(),
    kind: text('kind', {
      enum: ['opening', 'accrual', 'carry-over', 'expiry', 'adjustment', 'request', 'return'],
    }).notNull(),
    minutes: integer('minutes').notNull(),
    effectiveOn: date('effective_on', { mode: 'string' }).notNull(),
    requestId: uuid('request_id'),
    note: text('note'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'time_off_ledger_pkey', columns: [t.orgId, t.id] }),
    refersTo('time_off_ledger_employee_fkey', [t.orgId, t.employeeId], employees).onDelete('cascade'),
    refersTo('time_off_ledger_type_fkey', [t.orgId, t.typeId], timeOffTypes).onDelete('cascade'),
    refersTo('time_off_ledger_request_fkey', [t.orgId, t.requestId], timeOffRequests),
    /** One month's accrual and one year's carry-over are given once, however often the job runs. */
    uniqueIndex('time_off_ledger_period_key')
      .on(t.orgId, t.employeeId, t.typeId, t.kind, t.effectiveOn)
      .where(sql`kind in ('accrual', 'carry-over', 'expiry')`),
    index('time_off_ledger_employee_idx').on(t.orgId, t.employeeId, t.typeId, t.effectiveOn),
    index('time_off_ledger_type_idx').on(t.orgId, t.typeId),
    index('time_off_ledger_request_idx').on(t.orgId, t.requestId),
    check('time_off_ledger_minutes_check', sql`${t.minutes} <> 0`),
    check(
      'time_off_ledger_kind_check',
      sql`${t.kind} in ('opening', 'accrual', 'carry-over', 'expiry', 'adjustment', 'request', 'return')`,
    ),
  ],
)

/** Days on which nobody of a site or department (or of all) may be away. */
export const blackoutDates = pgTable(
  'blackout_dates',
  {
    orgId: orgId(),
    id: id(),
    name: text('name').notNull(),
    firstDay: date('first_day', { mode: 'string' }).notNull(),
    lastDay: date('last_day', { mode: 'string' }).notNull(),
    siteId: uuid('site_id'),
    departmentId: uuid('department_id'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'blackout_dates_pkey', columns: [t.orgId, t.id] }),
    refersTo('blackout_dates_site_fkey', [t.orgId, t.siteId], sites).onDelete('cascade'),
    refersTo('blackout_dates_department_fkey', [t.orgId, t.departmentId], departments).onDelete('cascade'),
    index('blackout_dates_span_idx').on(t.orgId, t.firstDay, t.lastDay),
    index('blackout_dates_from_idx').on(t.orgId, t.firstDay, t.id),
    index('blackout_dates_name_idx').on(t.orgId, t.name, t.id),
    index('blackout_dates_site_idx').on(t.orgId, t.siteId),
    index('blackout_dates_department_idx').on(t.orgId, t.departmentId),
    check('blackout_dates_days_check', sql`${t.lastDay} >= ${t.firstDay}`),
  ],
)

export const availability = pgTable(
  'availability',
  {
    orgId: orgId(),
    id: id(),
    employeeId: uuid('employee_id').notNull(),
    kind: text('kind', {
      enum: ['available', 'unavailable', 'preferred', 'unpreferred', 'request-on', 'request-off'],
    }).notNull(),
    /** RFC 5545 recurrence of the span (without DTSTART), counted in `zone`; null for a dated one. */
    rrule: text('rrule'),
    zone: text('zone'),
    /** Starts of occurrences that do not hold. */
    exceptions: timestamp('exceptions', { withTimezone: true, mode: 'date', precision: 3 })
      .array()
      .notNull()
      .default([]),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    weight: smallint('weight').notNull().default(1),
    shiftTypeId: uuid('shift_type_id'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'availability_pkey', columns: [t.orgId, t.id] }),
    foreignKey({
      name: 'availability_employee_fkey',
      columns: [t.orgId, t.employeeId],
      foreignColumns: [employees.orgId, employees.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'availability_shift_type_fkey',
      columns: [t.orgId, t.shiftTypeId],
      foreignColumns: [shiftTypes.orgId, shiftTypes.id],
    }).onDelete('cascade'),
    index('availability_employee_idx').on(t.orgId, t.employeeId, t.startsAt),
    index('availability_span_idx').on(t.orgId, t.startsAt, t.endsAt),
    index('availability_recurring_idx').on(t.orgId, t.startsAt).where(sql`rrule is not null`),
    index('availability_shift_type_idx').on(t.orgId, t.shiftTypeId),
    check('availability_span_check', sql`${t.endsAt} > ${t.startsAt}`),
    check('availability_recurrence_check', sql`${t.rrule} is null or ${t.zone} is not null`),
    check('availability_weight_check', sql`${t.weight} between 1 and 1000`),
    check(
      'availability_kind_check',
      sql`${t.kind} in ('available', 'unavailable', 'preferred', 'unpreferred', 'request-on', 'request-off')`,
    ),
  ],
)
