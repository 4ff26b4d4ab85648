// How an organisation is built: departments, teams, jobs and the channels people serve.
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  type ExtraConfigColumn,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, deletedAt, id, orgId, refersTo, updatedAt, version } from './columns.ts'

/** What each of them has; codes are free again once their row is deleted. */
const named = () => ({
  orgId: orgId(),
  id: id(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  version: version(),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
  deletedAt: deletedAt(),
})
type Column = 'orgId' | 'id' | 'code' | 'name'
const namedKeys = (table: string, t: Record<Column, ExtraConfigColumn>) => [
  primaryKey({ name: `${table}_pkey`, columns: [t.orgId, t.id] }),
  uniqueIndex(`${table}_code_key`).on(t.orgId, t.code).where(sql`deleted_at is null`),
  index(`${table}_name_idx`).on(t.orgId, t.name, t.id),
]

/** A tree: a trigger refuses a department below itself. */
export const departments = pgTable(
  'departments',
  {
    ...named(),
    parentId: uuid('parent_id'),
  },
  (t) => [
    ...namedKeys('departments', t),
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
    ...named(),
    departmentId: uuid('department_id'),
  },
  (t) => [
    ...namedKeys('teams', t),
    index('teams_department_idx').on(t.orgId, t.departmentId),
    refersTo('teams_department_fkey', [t.orgId, t.departmentId], departments),
  ],
)

/** What somebody is employed as ("ward nurse"); who may do what in Muster is the membership's role. */
export const jobRoles = pgTable(
  'job_roles',
  {
    ...named(),
  },
  (t) => [...namedKeys('job_roles', t)],
)

/** By which customers reach people: telephone, chat, a counter. */
export const channels = pgTable(
  'channels',
  {
    ...named(),
  },
  (t) => [...namedKeys('channels', t)],
)
