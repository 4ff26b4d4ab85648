// A period's shifts and who works them.
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
import { createdAt, id, instant, orgId, updatedAt, version } from './columns.ts'
import { employees } from './people.ts'
import { noSkillNeeds, type SkillNeeds, shiftTypes, sites } from './places.ts'

export const rosters = pgTable(
  'rosters',
  {
    orgId: orgId(),
    id: id(),
    name: text('name').notNull(),
    /** First local day. */
    start: date('start_day', { mode: 'string' }).notNull(),
    days: smallint('days').notNull(),
    /** IANA zone in which days of people are counted. */
    zone: text('zone').notNull(),
    state: text('state', { enum: ['draft', 'published', 'archived'] })
      .notNull()
      .default('draft'),
    /** Sites whose demand became shifts; all when empty. A trigger refuses unknown ones. */
    siteIds: uuid('site_ids').array().notNull().default([]),
    publishedAt: instant('published_at'),
    /** When a draft is to be published by itself, and what is then said. */
    publishAt: instant('publish_at'),
    publishMessage: text('publish_message'),
    publishBy: uuid('publish_by'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'rosters_pkey', columns: [t.orgId, t.id] }),
    index('rosters_start_idx').on(t.orgId, t.start),
    index('rosters_publish_idx').on(t.publishAt).where(sql`publish_at is not null`),
    check(
      'rosters_publish_check',
      sql`${t.publishAt} is null or (${t.state} = 'draft' and ${t.publishBy} is not null)`,
    ),
    check('rosters_days_check', sql`${t.days} between 1 and 366`),
    check('rosters_state_check', sql`${t.state} in ('draft', 'published', 'archived')`),
    check('rosters_published_check', sql`${t.state} <> 'published' or ${t.publishedAt} is not null`),
  ],
)

export const shifts = pgTable(
  'shifts',
  {
    orgId: orgId(),
    id: id(),
    rosterId: uuid('roster_id').notNull(),
    siteId: uuid('site_id').notNull(),
    shiftTypeId: uuid('shift_type_id'),
    name: text('name').notNull(),
    /** Local day at the site on which it starts. */
    day: date('day', { mode: 'string' }).notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    breakMinutes: smallint('break_minutes').notNull().default(0),
    paidMinutes: smallint('paid_minutes').notNull(),
    headsMin: smallint('heads_min').notNull(),
    headsTarget: smallint('heads_target'),
    headsMax: smallint('heads_max'),
    priority: smallint('priority').notNull().default(1),
    skills: jsonb('skills').$type<SkillNeeds>().notNull().default(noSkillNeeds),
    tags: text('tags').array().notNull().default([]),
    note: text('note'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'shifts_pkey', columns: [t.orgId, t.id] }),
    foreignKey({
      name: 'shifts_roster_fkey',
      columns: [t.orgId, t.rosterId],
      foreignColumns: [rosters.orgId, rosters.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'shifts_site_fkey',
      columns: [t.orgId, t.siteId],
      foreignColumns: [sites.orgId, sites.id],
    }),
    foreignKey({
      name: 'shifts_shift_type_fkey',
      columns: [t.orgId, t.shiftTypeId],
      foreignColumns: [shiftTypes.orgId, shiftTypes.id],
    }),
    /** Assignments refer to a shift together with its span, so that theirs cannot differ from it. */
    unique('shifts_span_key').on(t.orgId, t.rosterId, t.id, t.startsAt, t.endsAt),
    index('shifts_roster_day_idx').on(t.orgId, t.rosterId, t.day),
    index('shifts_starts_idx').on(t.orgId, t.startsAt),
    index('shifts_site_idx').on(t.orgId, t.siteId),
    index('shifts_shift_type_idx').on(t.orgId, t.shiftTypeId),
    check('shifts_span_check', sql`${t.endsAt} > ${t.startsAt}`),
    check(
      'shifts_minutes_check',
      sql`${t.breakMinutes} >= 0 and ${t.paidMinutes} >= 0 and ${t.paidMinutes} * 60 <= extract(epoch from ${t.endsAt} - ${t.startsAt})`,
    ),
    check(
      'shifts_heads_check',
      sql`${t.headsMin} >= 0 and coalesce(${t.headsTarget}, ${t.headsMin}) >= ${t.headsMin} and coalesce(${t.headsMax}, 32767) >= coalesce(${t.headsTarget}, ${t.headsMin})`,
    ),
    check('shifts_priority_check', sql`${t.priority} between 1 and 100`),
  ],
)

/**
 * One person on one shift. Roster and span repeat the shift's (the foreign key holds them equal, also when the shift
 * moves). `bookingScope` is kept by triggers: within one scope a person's spans may not overlap. It is the roster's id in a
 * draft, the organisation's once published, and null where the organisation allows double booking.
 */
export const assignments = pgTable(
  'assignments',
  {
    orgId: orgId(),
    id: id(),
    rosterId: uuid('roster_id').notNull(),
    shiftId: uuid('shift_id').notNull(),
    employeeId: uuid('employee_id').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    pinned: boolean('pinned').notNull().default(false),
    bookingScope: uuid('booking_scope'),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'assignments_pkey', columns: [t.orgId, t.id] }),
    foreignKey({
      name: 'assignments_shift_fkey',
      columns: [t.orgId, t.rosterId, t.shiftId, t.startsAt, t.endsAt],
      foreignColumns: [shifts.orgId, shifts.rosterId, shifts.id, shifts.startsAt, shifts.endsAt],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    foreignKey({
      name: 'assignments_employee_fkey',
      columns: [t.orgId, t.employeeId],
      foreignColumns: [employees.orgId, employees.id],
    }),
    unique('assignments_shift_employee_key').on(t.orgId, t.shiftId, t.employeeId),
    index('assignments_roster_idx').on(t.orgId, t.rosterId),
    index('assignments_employee_idx').on(t.orgId, t.employeeId, t.startsAt),
    /** Across organisations: whom to remind next. */
    index('assignments_starts_idx').on(t.startsAt),
  ],
)
