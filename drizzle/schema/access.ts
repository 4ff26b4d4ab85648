// Machines that may call, and how far a member's role reaches.
import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant, orgId, refersTo, updatedAt, version } from './columns.ts'
import { sites } from './places.ts'
import { departments } from './structure.ts'

/** Only the hash of a key is kept; `prefix` is what people recognise it by. */
export const apiKeys = pgTable(
  'api_keys',
  {
    orgId: orgId(),
    id: id(),
    name: text('name').notNull(),
    prefix: text('prefix').notNull(),
    hash: text('hash').notNull(),
    permissions: text('permissions').array().notNull(),
    /** Only these sites; all when empty. */
    siteIds: uuid('site_ids').array().notNull().default([]),
    expiresAt: instant('expires_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
    /** The key that takes this one's place; both hold until this one's overlap ends. */
    replacedById: uuid('replaced_by_id'),
    createdBy: uuid('created_by').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'api_keys_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('api_keys_hash_key').on(t.hash),
    index('api_keys_org_idx').on(t.orgId, t.createdAt),
    check('api_keys_name_check', sql`length(btrim(${t.name})) between 1 and 100`),
  ],
)

/** A member with rows here is a manager of these departments and sites only; without rows, of all. */
export const memberScopes = pgTable(
  'member_scopes',
  {
    orgId: orgId(),
    id: id(),
    userId: uuid('user_id').notNull(),
    departmentId: uuid('department_id'),
    siteId: uuid('site_id'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'member_scopes_pkey', columns: [t.orgId, t.id] }),
    refersTo('member_scopes_department_fkey', [t.orgId, t.departmentId], departments).onDelete('cascade'),
    refersTo('member_scopes_site_fkey', [t.orgId, t.siteId], sites).onDelete('cascade'),
    uniqueIndex('member_scopes_department_key')
      .on(t.orgId, t.userId, t.departmentId)
      .where(sql`department_id is not null`),
    uniqueIndex('member_scopes_site_key').on(t.orgId, t.userId, t.siteId).where(sql`site_id is not null`),
    index('member_scopes_department_idx').on(t.orgId, t.departmentId),
    index('member_scopes_site_idx').on(t.orgId, t.siteId),
    check('member_scopes_one_check', sql`(${t.departmentId} is null) <> (${t.siteId} is null)`),
  ],
)
