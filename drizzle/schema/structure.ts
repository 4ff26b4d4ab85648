// How an organisation is built: departments, teams, jobs and the channels people serve.
import { sql } from 'drizzle-orm'
import { type AnyPgColumn, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, deletedAt, id, orgId, refersTo, updatedAt, version } from './columns.ts'

/** A tree: a trigger refuses a department below itself. */
export const departments = pgTable(
  'departments',
  {
    orgId: orgId(),
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    parentId: uuid('parent_id'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ name: 'departments_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('departments_code_key').on(t.orgId, t.code).where(sql`deleted_at is null`),
    index('departments_name_idx').on(t.orgId, t.name, t.id),
    index('departments_parent_idx').on(t.orgId, t.parentId),
    refersTo('departments_parent_fkey', [t.orgId, t.parentId], {
      orgId: t.orgId as AnyPgColumn,
      id: t.id as AnyPgColumn,
    }),
  ],
)

export const teams = pgTable(
  'teams',
  {
    orgId: orgId(),
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    departmentId: uuid('department_id'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ name: 'teams_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('teams_code_key').on(t.orgId, t.code).where(sql`deleted_at is null`),
    index('teams_name_idx').on(t.orgId, t.name, t.id),
    index('teams_department_idx').on(t.orgId, t.departmentId),
    refersTo('teams_department_fkey', [t.orgId, t.departmentId], departments),
  ],
)

/** What somebody is employed as ("ward nurse"); who may do what in Muster is the membership's role. */
export const jobRoles = pgTable(
  'job_roles',
  {
    orgId: orgId(),
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ name: 'job_roles_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('job_roles_code_key').on(t.orgId, t.code).where(sql`deleted_at is null`),
    index('job_roles_name_idx').on(t.orgId, t.name, t.id),
  ],
)

/** By which customers reach people: telephone, chat, a counter. */
export const channels = pgTable(
  'channels',
  {
    orgId: orgId(),
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ name: 'channels_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('channels_code_key').on(t.orgId, t.code).where(sql`deleted_at is null`),
    index('channels_name_idx').on(t.orgId, t.name, t.id),
  ],
)
