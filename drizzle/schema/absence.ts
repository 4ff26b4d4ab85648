// When a person cannot, would rather or would rather not work.
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, deletedAt, id, instant, orgId, updatedAt, version } from './columns.ts'
import { employees } from './people.ts'
import { shiftTypes } from './places.ts'

export const timeOffRequests = pgTable(
  'time_off_requests',
  {
    orgId: orgId(),
    id: id(),
    employeeId: uuid('employee_id').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    reason: text('reason'),
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
    index('time_off_requests_employee_idx').on(t.orgId, t.employeeId, t.startsAt),
    index('time_off_requests_span_idx').on(t.orgId, t.startsAt, t.endsAt),
    check('time_off_requests_span_check', sql`${t.endsAt} > ${t.startsAt}`),
    check('time_off_requests_state_check', sql`${t.state} in ('pending', 'approved', 'rejected', 'cancelled')`),
  ],
)

export const availability = pgTable(
  'availability',
  {
    orgId: orgId(),
    id: id(),
    employeeId: uuid('employee_id').notNull(),
    kind: text('kind', {
      enum: ['unavailable', 'preferred', 'unpreferred', 'request-on', 'request-off'],
    }).notNull(),
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
    index('availability_shift_type_idx').on(t.orgId, t.shiftTypeId),
    check('availability_span_check', sql`${t.endsAt} > ${t.startsAt}`),
    check('availability_weight_check', sql`${t.weight} between 1 and 1000`),
    check(
      'availability_kind_check',
      sql`${t.kind} in ('unavailable', 'preferred', 'unpreferred', 'request-on', 'request-off')`,
    ),
  ],
)
