// Columns that every tenant table shares.
import { sql } from 'drizzle-orm'
import { type AnyPgColumn, foreignKey, integer, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organisations } from './auth.ts'

/** An instant; sites and organisations carry the IANA zone in which people read it. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })

/** The tenant: row security compares it with the transaction's `app.org_id`. */
export const orgId = () =>
  uuid('org_id')
    .notNull()
    .references(() => organisations.id, { onDelete: 'cascade' })

/** Uuid version 7, made by the application. */
export const id = () => uuid('id').notNull()

/** Optimistic lock: rises by one with every update. */
export const version = () => integer('version').notNull().default(1)

export const createdAt = () => instant('created_at').notNull().defaultNow()

export const updatedAt = () =>
  instant('updated_at')
    .notNull()
    .defaultNow()
    .$onUpdate(() => sql`now()`)

/** Soft delete: history keeps pointing at the row, lists no longer show it. */
export const deletedAt = () => instant('deleted_at')

/** A reference within the tenant: both columns of the parent's key, so that no row can point into another organisation. */
export const refersTo = (
  name: string,
  [org, column]: readonly [AnyPgColumn, AnyPgColumn],
  parent: { orgId: AnyPgColumn; id: AnyPgColumn },
) => foreignKey({ name, columns: [org, column], foreignColumns: [parent.orgId, parent.id] })
