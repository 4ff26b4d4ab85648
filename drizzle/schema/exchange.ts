// The life after publishing: open shifts and who asks for them, swaps and offers, sickness.
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant, orgId, refersTo, updatedAt, version } from './columns.ts'
import { employees } from './people.ts'
import { shifts } from './rosters.ts'

/** Somebody who was planned and is not coming. */
export const absences = pgTable(
  'absences',
  {
    orgId: orgId(),
    id: id(),
    employeeId: uuid('employee_id').notNull(),
    kind: text('kind', { enum: ['sick', 'child-sick', 'emergency', 'no-show'] }).notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    note: text('note'),
    reportedBy: uuid('reported_by').notNull(),
    /** Back earlier than said, or reported by mistake. */
    endedAt: instant('ended_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'absences_pkey', columns: [t.orgId, t.id] }),
    refersTo('absences_employee_fkey', [t.orgId, t.employeeId], employees).onDelete('cascade'),
    index('absences_employee_idx').on(t.orgId, t.employeeId, t.startsAt),
    index('absences_span_idx').on(t.orgId, t.startsAt, t.endsAt),
    check('absences_span_check', sql`${t.endsAt} > ${t.startsAt}`),
    check('absences_kind_check', sql`${t.kind} in ('sick', 'child-sick', 'emergency', 'no-show')`),
  ],
)

/** Heads of a published shift that people may ask for. */
export const openShifts = pgTable(
  'open_shifts',
  {
    orgId: orgId(),
    id: id(),
    shiftId: uuid('shift_id').notNull(),
    /** How many are wanted, and how many have been given. The check holds when two press at once. */
    heads: smallint('heads').notNull(),
    headsTaken: smallint('heads_taken').notNull().default(0),
    mode: text('mode', { enum: ['first-come', 'bids'] }).notNull(),
    /** Bids are decided then; a first-come shift is closed then. */
    closesAt: instant('closes_at').notNull(),
    /** Part of the shift; the whole of it when null. */
    partFrom: instant('part_from'),
    partUntil: instant('part_until'),
    state: text('state', { enum: ['open', 'filled', 'closed', 'withdrawn'] })
      .notNull()
      .default('open'),
    message: text('message'),
    absenceId: uuid('absence_id'),
    createdBy: uuid('created_by').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'open_shifts_pkey', columns: [t.orgId, t.id] }),
    refersTo('open_shifts_shift_fkey', [t.orgId, t.shiftId], shifts).onDelete('cascade'),
    refersTo('open_shifts_absence_fkey', [t.orgId, t.absenceId], absences),
    uniqueIndex('open_shifts_shift_key').on(t.orgId, t.shiftId).where(sql`state = 'open' and part_from is null`),
    index('open_shifts_shift_idx').on(t.orgId, t.shiftId),
    index('open_shifts_closes_idx').on(t.orgId, t.closesAt, t.id),
    index('open_shifts_state_idx').on(t.orgId, t.state, t.closesAt),
    index('open_shifts_due_idx').on(t.closesAt).where(sql`state = 'open'`),
    index('open_shifts_absence_idx').on(t.orgId, t.absenceId),
    check('open_shifts_heads_check', sql`${t.heads} >= 1 and ${t.headsTaken} between 0 and ${t.heads}`),
    check('open_shifts_mode_check', sql`${t.mode} in ('first-come', 'bids')`),
    check('open_shifts_state_check', sql`${t.state} in ('open', 'filled', 'closed', 'withdrawn')`),
    check(
      'open_shifts_part_check',
      sql`(${t.partFrom} is null) = (${t.partUntil} is null) and coalesce(${t.partUntil} > ${t.partFrom}, true)`,
    ),
  ],
)

/** One person asking for an open shift, or being offered it. */
export const shiftClaims = pgTable(
  'shift_claims',
  {
    orgId: orgId(),
    id: id(),
    openShiftId: uuid('open_shift_id').notNull(),
    employeeId: uuid('employee_id').notNull(),
    state: text('state', {
      enum: ['offered', 'pending', 'accepted', 'rejected', 'withdrawn', 'declined', 'lost'],
    }).notNull(),
    /** Why it ended, in words for the person. */
    reason: text('reason'),
    /** What the rules said when it was made: soft cost, for choosing among bids. */
    cost: integer('cost'),
    assignmentId: uuid('assignment_id'),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'shift_claims_pkey', columns: [t.orgId, t.id] }),
    refersTo('shift_claims_open_shift_fkey', [t.orgId, t.openShiftId], openShifts).onDelete('cascade'),
    refersTo('shift_claims_employee_fkey', [t.orgId, t.employeeId], employees).onDelete('cascade'),
    uniqueIndex('shift_claims_live_key')
      .on(t.orgId, t.openShiftId, t.employeeId)
      .where(sql`state in ('offered', 'pending', 'accepted')`),
    index('shift_claims_employee_idx').on(t.orgId, t.employeeId, t.createdAt),
    index('shift_claims_created_idx').on(t.orgId, t.createdAt, t.id),
    check(
      'shift_claims_state_check',
      sql`${t.state} in ('offered', 'pending', 'accepted', 'rejected', 'withdrawn', 'declined', 'lost')`,
    ),
  ],
)

/** `swap`: two people trade; `offer`: one hands over to another; `give-up`: one asks to be freed. */
export const swapRequests = pgTable(
  'swap_requests',
  {
    orgId: orgId(),
    id: id(),
    kind: text('kind', { enum: ['swap', 'offer', 'give-up'] }).notNull(),
    fromEmployeeId: uuid('from_employee_id').notNull(),
    /** Null once the assignment is gone; the state then says how it ended. */
    fromAssignmentId: uuid('from_assignment_id'),
    toEmployeeId: uuid('to_employee_id'),
    toAssignmentId: uuid('to_assignment_id'),
    partFrom: instant('part_from'),
    partUntil: instant('part_until'),
    state: text('state', {
      enum: ['proposed', 'agreed', 'done', 'declined', 'rejected', 'cancelled', 'ended'],
    })
      .notNull()
      .default('proposed'),
    message: text('message'),
    /** Why it ended, in words for both. */
    reason: text('reason'),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    createdBy: uuid('created_by').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'swap_requests_pkey', columns: [t.orgId, t.id] }),
    refersTo('swap_requests_from_employee_fkey', [t.orgId, t.fromEmployeeId], employees).onDelete('cascade'),
    refersTo('swap_requests_to_employee_fkey', [t.orgId, t.toEmployeeId], employees).onDelete('cascade'),
    uniqueIndex('swap_requests_live_key').on(t.orgId, t.fromAssignmentId).where(sql`state in ('proposed', 'agreed')`),
    index('swap_requests_from_idx').on(t.orgId, t.fromEmployeeId, t.createdAt),
    index('swap_requests_created_idx').on(t.orgId, t.createdAt, t.id),
    index('swap_requests_to_idx').on(t.orgId, t.toEmployeeId, t.createdAt),
    index('swap_requests_state_idx').on(t.orgId, t.state, t.createdAt),
    index('swap_requests_to_assignment_idx').on(t.orgId, t.toAssignmentId),
    check('swap_requests_kind_check', sql`${t.kind} in ('swap', 'offer', 'give-up')`),
    check(
      'swap_requests_state_check',
      sql`${t.state} in ('proposed', 'agreed', 'done', 'declined', 'rejected', 'cancelled', 'ended')`,
    ),
    check('swap_requests_people_check', sql`${t.toEmployeeId} is distinct from ${t.fromEmployeeId}`),
    check(
      'swap_requests_part_check',
      sql`(${t.partFrom} is null) = (${t.partUntil} is null) and coalesce(${t.partUntil} > ${t.partFrom}, true)`,
    ),
  ],
)
