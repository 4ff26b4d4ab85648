// Many rows in few statements: they travel as one JSON parameter, so the limit of 65,535 parameters does not count.
import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../drizzle/client.ts'

const rowsPerStatement = 2000

type Columns = { name: string; property: string; type: string }[]

/** Inserts the rows; every row names the same columns. Violated constraints escape. */
export const bulkInsert = <T extends PgTable>(tx: Tx, table: T, rows: readonly T['$inferInsert'][]): Promise<void> =>
  inChunks(tx, table, rows, (columns, source) => {
    const names = sql.join(
      columns.map(({ name }) => sql.identifier(name)),
      sql`, `,
    )
    return sql`insert into ${table} (${names}) select ${names} from ${source}`
  })

/** Sets the columns that the rows name, by `org_id` and `id`, and counts the version up. Violated constraints escape. */
export const bulkUpdate = <T extends PgTable>(tx: Tx, table: T, rows: readonly T['$inferInsert'][]): Promise<void> =>
  inChunks(tx, table, rows, (columns, source) => {
    const changed = columns.filter(({ name }) => name !== 'org_id' && name !== 'id')
    const sets = changed.map(({ name }) => sql`${sql.identifier(name)} = r.${sql.identifier(name)}`)
    return sql`update ${table} t set ${sql.join(sets, sql`, `)}, version = t.version + 1, updated_at = now()
      from ${source} where t.org_id = r.org_id and t.id = r.id`
  })

const inChunks = async <T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T['$inferInsert'][],
  toStatement: (columns: Columns, source: SQL) => SQL,
): Promise<void> => {
  const [head] = rows
  if (head === undefined) return
  const columns: Columns = Object.entries(getTableColumns(table))
    .filter(([property]) => property in head)
    .map(([property, column]) => ({ property, name: column.name, type: column.getSQLType() }))
  const types = columns.map(({ name, type }) => sql`${sql.identifier(name)} ${sql.raw(type)}`)
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    const chunk = rows.slice(at, at + rowsPerStatement).map((row: Record<string, unknown>) => {
      if (columns.some(({ property }) => !(property in row)))
        throw new Error(`Rows for ${getTableName(table)} do not all name the same columns.`)
      return Object.fromEntries(columns.map(({ name, property }) => [name, row[property] ?? null]))
    })
    await tx.execute(
      toStatement(columns, sql`jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb) as r(${sql.join(types, sql`, `)})`),
    )
  }
}
