// The order of a list: its own, or `?sort=name` and `?sort=-name` by a field that has an index of its own.
import { asc, desc, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { Invalid } from '../../errors.ts'
import { afterCursor, beforeCursor } from './keyset.ts'

/** Fields by the wire's names; the last one is unique, so that an order is never in doubt. */
type Order = {
  fields: readonly string[]
  orderBy: SQL[]
  /** Condition for rows after a cursor; undefined without one. Throws `Invalid` for the cursor of another order. */
  beyond(cursor: string | undefined): SQL | undefined
  /** What a cursor keeps of a row. */
  keysOf(row: object): string[]
}

/** Records with a code and a name, by name unless asked otherwise. */
export const byName = { usual: ['name', 'id'], sortable: ['name', 'code'] } as const

/**
 * The order asked for, or the `usual` one. `columns` has every field that is named; `sortable` lists those one may ask for, which
 * must be texts, days or instants that are never null. Throws `Invalid` for another one.
 */
export const orderOf = (
  columns: Readonly<Record<string, PgColumn>>,
  { usual, sortable }: { usual: readonly string[]; sortable: readonly string[] },
  sort: string | undefined,
): Order => {
  const isFalling = sort?.startsWith('-') === true
  const asked = isFalling ? sort.slice(1) : sort
  if (asked !== undefined && !sortable.includes(asked)) {
    throw new Invalid(
      'validation_failed',
      `This list is not sorted by "${asked}". Choose ${sortable.join(' or ')}, with a minus before it for the reverse.`,
    )
  }
  const fields = asked === undefined ? usual : [asked, ...usual.slice(-1).filter((field) => field !== asked)]
  const keys = fields.map((field) => {
    const column = columns[field]
    if (column === undefined) throw new Error(`The list has no column "${field}".`)
    return column
  })
  return {
    fields,
    orderBy: keys.map((key) => (isFalling ? desc(key) : asc(key))),
    keysOf: (row) => fields.map((field) => keyOf((row as Record<string, unknown>)[field])),
    beyond: (cursor) => (isFalling ? beforeCursor(keys, cursor) : afterCursor(keys, cursor)),
  }
}

const keyOf = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value))
