// Pages of a list by its sort keys: the next page begins after the last row's keys, so nothing is skipped or shown twice
// while rows come and go.
import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { Invalid } from '../../errors.ts'
import { type Page, page } from '../../middleware/envelope.ts'

type Key = string | Date

/** Condition for rows after the cursor in the order of `columns` (all rising, the last one unique); undefined without one. */
export const afterCursor = (columns: readonly PgColumn[], cursor: string | undefined): SQL | undefined =>
  beyondCursor(columns, cursor, sql`>`)

/** The same for lists in which all columns fall: newest first. */
export const beforeCursor = (columns: readonly PgColumn[], cursor: string | undefined): SQL | undefined =>
  beyondCursor(columns, cursor, sql`<`)

const beyondCursor = (columns: readonly PgColumn[], cursor: string | undefined, side: SQL): SQL | undefined => {
  if (cursor === undefined) return undefined
  const values = cursorKeys(columns, cursor).map(
    (key, at) => sql`${key}::${sql.raw(columns[at]?.getSQLType() ?? 'text')}`,
  )
  return sql`(${sql.join([...columns], sql`, `)}) ${side} (${sql.join(values, sql`, `)})`
}

/** The last row's keys as the cursor has them, one for each column. Throws `Invalid` for the cursor of another list. */
export const cursorKeys = (columns: readonly PgColumn[], cursor: string): string[] => {
  const keys = decode(cursor)
  if (keys.length !== columns.length || keys.some((key, at) => !fits(key, columns[at]?.getSQLType()))) {
    throw badCursor(cursor)
  }
  return keys
}

/** One page out of `limit + 1` rows read: the surplus row only tells that there are more. */
export const cutPage = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  keysOf: (row: Row) => readonly Key[],
): Page<Item[]> => {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return page(shown.map(toItem), rows.length > limit && last !== undefined ? encode(keysOf(last)) : null)
}

/** Whether the database can read a key as the column's type; anything is text. */
const fits = (key: string, type: string | undefined): boolean => {
  if (type === 'uuid') return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)
  if (type === 'text') return !key.includes('\0')
  return /^\d{4}-\d{2}-\d{2}/.test(key) && !Number.isNaN(Date.parse(key))
}

const encode = (keys: readonly Key[]): string => {
  const bytes = new TextEncoder().encode(JSON.stringify(keys))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

const decode = (cursor: string): string[] => {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)))
    const keys: unknown = JSON.parse(text)
    if (Array.isArray(keys) && keys.every((key) => typeof key === 'string')) return keys
  } catch {
    // What cannot be read is refused below, like what can be read and is no cursor.
  }
  throw badCursor(cursor)
}

const badCursor = (cursor: string): Invalid =>
  new Invalid(
    'validation_failed',
    `"${cursor}" is no cursor of this list. Use the nextCursor of an earlier answer as it is, or leave it out.`,
  )
