// What must be sent, what was done, and what was already answered.
import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant, orgId } from './columns.ts'

/** Written in the transaction that decides; sent after it, and again by the sweep until `sentAt` is set. */
export const outbox = pgTable(
  'outbox',
  {
    orgId: orgId(),
    id: id(),
    topic: text('topic').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    availableAt: instant('available_at').notNull().defaultNow(),
    sentAt: instant('sent_at'),
    attempts: integer('attempts').notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'outbox_pkey', columns: [t.orgId, t.id] }),
    index('outbox_due_idx').on(t.availableAt).where(sql`sent_at is null`),
    check('outbox_attempts_check', sql`${t.attempts} >= 0`),
  ],
)

/** Append-only by trigger, partitioned by month: who did what to which record. Partitions are made ahead by `make_audit_partitions`. */
export const auditLog = pgTable(
  'audit_log',
  {
    orgId: orgId(),
    id: id(),
    at: instant('at').notNull().defaultNow(),
    /** The user, or null for the system. */
    actorId: uuid('actor_id'),
    /** Verb in kebab-case: "create-employee". */
    action: text('action').notNull(),
    /** Kind of record in the words of users: "employee". */
    entity: text('entity').notNull(),
    entityId: uuid('entity_id'),
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    /** The record as it was and as it became; personal data stays in its table, not here. */
    before: jsonb('before').$type<Record<string, unknown>>(),
    after: jsonb('after').$type<Record<string, unknown>>(),
    requestId: text('request_id'),
    /** Network address of who asked. */
    address: text('address'),
    /** The API key that was used, if one was. */
    apiKeyId: uuid('api_key_id'),
  },
  (t) => [
    primaryKey({ name: 'audit_log_pkey', columns: [t.orgId, t.id, t.at] }),
    index('audit_log_entity_idx').on(t.orgId, t.entity, t.entityId),
    index('audit_log_at_idx').on(t.orgId, t.at),
    index('audit_log_actor_idx').on(t.orgId, t.actorId, t.at),
  ],
)

/**
 * Answers to requests that came with an Idempotency-Key. `orgId` is the organisation, or the user's own id for requests
 * outside any organisation. While `status` is null the first request is still at work (until `lockedUntil`).
 */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    orgId: uuid('org_id').notNull(),
    userId: uuid('user_id').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer('status'),
    response: jsonb('response').$type<unknown>(),
    lockedUntil: instant('locked_until').notNull(),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'idempotency_keys_pkey', columns: [t.orgId, t.userId, t.key] }),
    index('idempotency_keys_expires_idx').on(t.expiresAt),
    check('idempotency_keys_key_check', sql`length(${t.key}) between 1 and 255`),
  ],
)

/**
 * How often an organisation was written to, by what readers keep: `records` (people, places, settings), `rosters`, and
 * `everything`. A trigger on the audit log counts at the end of each transaction, so a kept answer that carries the count is
 * never older than the database.
 */
export const cacheGenerations = pgTable('cache_generations', {
  orgId: orgId().primaryKey(),
  records: bigint('records', { mode: 'number' }).notNull().default(0),
  rosters: bigint('rosters', { mode: 'number' }).notNull().default(0),
  everything: bigint('everything', { mode: 'number' }).notNull().default(0),
})
