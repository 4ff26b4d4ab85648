// A plain record is described once; the verbs of this folder do for every kind what is the same for all of them.
import { and, eq, isNull, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../drizzle/client.ts'
import type { channels } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { Permission } from '../../contract/permissions.ts'
import { NotFound } from '../../errors.ts'
import { withinSites } from '../shared/reach.ts'
import type { Wanted } from '../shared/require-active.ts'
import type { Uses } from '../shared/require-unused.ts'

/** Tables whose rows are records: a tenant, an id, a version, and `deletedAt` where rows are only taken out of use. */
type RecordTable = PgTable & { orgId: PgColumn; id: PgColumn; version: PgColumn; deletedAt?: PgColumn }

export type AnyRecord = { id: string; version: number }

/** What one kind of record is. `Input` is what creation takes; a change takes any part of it. */
export type RecordKind<Row extends AnyRecord, Input extends object> = {
  /** The users' word, in the singular: "department". */
  noun: string
  table: RecordTable
  /** The wire's fields and the columns they are read from. */
  columns: { readonly [Field in keyof Row]: PgColumn }
  /** Keys of a list's order, all rising; the last one is `id`. */
  order: readonly (keyof Row & string)[]
  /** Fields the list may be sorted by instead; code and name unless given. */
  sortable?: readonly (keyof Row & string)[]
  /** The column that names a record's site, where it has one: a reach of some sites ends there. */
  site?: PgColumn
  /** How a refusal calls a record. */
  nameOf(row: Row): string
  read: Permission
  write: Permission
  /** Other records that the input names. */
  refersTo?(input: Partial<Input>): Wanted
  /** Judges a record as it would stand. Pure; throws `Invalid`. */
  check?(record: Input): void
  /** What still refers to a record, when that must keep it from being deleted. */
  uses?(tx: Tx, orgId: string, id: string): Promise<Uses>
}

/** What the verbs hand to drizzle: its types cannot speak of a table that is not known yet, so one stands for all. */
export const storeOf = ({ table, columns }: { table: RecordTable; columns: Readonly<Record<string, PgColumn>> }) => ({
  table: table as unknown as typeof channels,
  columns: columns as Record<string, PgColumn>,
})

type Stored = Pick<RecordKind<AnyRecord, object>, 'table' | 'site'>

/** Condition for the organisation's records within the caller's reach that are not deleted. */
export const isKept = ({ table, site }: Stored, ctx: Context): SQL | undefined =>
  and(eq(table.orgId, ctx.orgId), table.deletedAt && isNull(table.deletedAt), site && withinSites(ctx, site))

/** Condition for one such record. */
export const isThis = (kind: Stored, ctx: Context, id: string) => and(isKept(kind, ctx), eq(kind.table.id, id))

/** Loads a record and locks it for the transaction. Throws `NotFound`, also for one of another organisation or beyond reach. */
export const lockRecord = async <Row extends AnyRecord, Input extends object>(
  tx: Tx,
  kind: RecordKind<Row, Input>,
  ctx: Context,
  id: string,
): Promise<Row> => {
  const { table, columns } = storeOf(kind)
  const [row] = await tx
    .select(columns)
    .from(table)
    .where(isThis(kind, ctx, id))
    .for('update')
  if (row === undefined) throw new NotFound(kind.noun, id)
  return row as unknown as Row
}
