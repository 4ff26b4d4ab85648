// What people are told, and how they want to be told.
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, instant, orgId, updatedAt } from './columns.ts'

/** One message to one user; words are made from `kind` and `data` where it is shown. */
export const notifications = pgTable(
  'notifications',
  {
    orgId: orgId(),
    id: id(),
    userId: uuid('user_id').notNull(),
    kind: text('kind').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
    /** What it is about, so that a second telling of the same replaces nothing and is not told. */
    onceKey: text('once_key'),
    readAt: instant('read_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'notifications_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('notifications_once_key').on(t.orgId, t.userId, t.onceKey),
    index('notifications_user_idx').on(t.orgId, t.userId, t.createdAt),
    index('notifications_unread_idx').on(t.orgId, t.userId).where(sql`read_at is null`),
  ],
)

/** One row a user and organisation. */
export const notificationPreferences = pgTable(
  'notification_preferences',
  {
    orgId: orgId(),
    userId: uuid('user_id').notNull(),
    /** Kinds that are not sent by e-mail; in the app all are shown. */
    mutedKinds: text('muted_kinds').array().notNull().default([]),
    email: boolean('email').notNull().default(true),
    /** One e-mail a day instead of one a message. */
    digest: boolean('digest').notNull().default(false),
    /** Local hours between which no e-mail goes out; equal for none. */
    quietFromHour: smallint('quiet_from_hour').notNull().default(0),
    quietUntilHour: smallint('quiet_until_hour').notNull().default(0),
    /** How long before a shift to be reminded; null for never. */
    remindMinutesBefore: smallint('remind_minutes_before').default(720),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'notification_preferences_pkey', columns: [t.orgId, t.userId] }),
    check(
      'notification_preferences_hours_check',
      sql`${t.quietFromHour} between 0 and 23 and ${t.quietUntilHour} between 0 and 23`,
    ),
    check('notification_preferences_remind_check', sql`${t.remindMinutesBefore} between 15 and 10080`),
  ],
)
