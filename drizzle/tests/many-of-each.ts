// Many rows of every tenant table, copied from those that are there by the server itself: for tests that read plans and count queries.
import type pg from 'pg'

interface Copies {
  orgIds: readonly string[]
  /** Copies of each row that is there. */
  copies: number
  /** Tables whose rows are not copied: few of each, however large an organisation is. */
  fewOf: readonly string[]
  /** Columns, as "table.column", that stay as they are: a reference then has many rows, a time is that of all. */
  keeping: readonly string[]
}

interface Table {
  name: string
  columns: {
    name: string
    type: string
    uniqueWith: string[][] | null
    refersTo: { table: string; column: string }[] | null
  }[]
}

/**
 * Copies rows with new ids, codes and numbers, a month later each: copy n of a row refers to copy n of its parents, so every constraint
 * holds, and constraints are in force. Triggers are not: what they keep in step would be copied as well. `owner` owns the tables.
 */
export const manyOfEach = async (owner: pg.Client, { orgIds, copies, fewOf, keeping }: Copies): Promise<void> => {
  const tables = (await readTables(owner)).filter(({ name }) => !fewOf.includes(name))
  await owner.query('begin')
  for (const { name } of tables) await owner.query(`alter table ${name} disable trigger user`)
  for (const { name, columns } of inOrder(tables)) {
    const isKept = (column: string) => keeping.includes(`${name}.${column}`)
    const isNew = (column: string) =>
      column === 'id' || (parentOf(tables, name, column) !== undefined && !isKept(column))
    const values = columns.map(({ name: column, type, uniqueWith }) => {
      const value = `t.${column}`
      const copyOf = `md5(${value}::text || n)::uuid`
      if (isKept(column)) return value
      if (isNew(column)) return copyOf
      if (/^(date|timestamp[^[]*)$/.test(type)) return `${value} + n * interval '31 days'`
      // Only what nothing else in its index keeps apart.
      if (!uniqueWith?.some((others) => !others.some(isNew))) return value
      if (type === 'uuid' && column !== 'org_id') return copyOf
      if (type === 'text') return `${value} || '-' || n`
      return /^(integer|smallint|bigint)$/.test(type) ? `${value} + n * 10` : value
    })
    await owner.query(
      `insert into ${name} (${columns.map((column) => column.name).join(', ')})
       select ${values.join(', ')} from (select * from ${name} where org_id = any($1)) t, generate_series(1, $2::int) n`,
      [orgIds, copies],
    )
  }
  for (const { name } of tables) await owner.query(`alter table ${name} enable trigger user`)
  await owner.query('commit')
  await owner.query('analyze')
}

/** The copied table whose id a column holds, also where it stands beside another reference and is told by that one's parent. */
const parentOf = (tables: readonly Table[], table: string, column: string): string | undefined => {
  const its = tables.find(({ name }) => name === table)
  const references = its?.columns.find(({ name }) => name === column)?.refersTo ?? []
  for (const to of references) {
    const parent =
      to.column === 'id' ? tables.find(({ name }) => name === to.table)?.name : parentOf(tables, to.table, to.column)
    if (parent !== undefined) return parent
  }
  return undefined
}

/** Parents before children. */
const inOrder = (tables: readonly Table[]): Table[] => {
  const sorted: Table[] = []
  const add = (table: Table) => {
    if (sorted.includes(table)) return
    for (const { name } of table.columns) {
      const parent = tables.find((one) => one.name === parentOf(tables, table.name, name))
      if (parent && parent !== table) add(parent)
    }
    if (!sorted.includes(table)) sorted.push(table)
  }
  for (const table of tables) add(table)
  return sorted
}

/** Tenant tables with the columns that are written. */
const readTables = async (owner: pg.Client): Promise<Table[]> => {
  const { rows } = await owner.query<Table>(`
    select c.relname as name, json_agg(json_build_object(
      'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'uniqueWith', (select json_agg((select coalesce(json_agg(u.attname), '[]') from pg_attribute u
          where u.attrelid = c.oid and u.attnum = any(i.indkey)))
        from pg_index i where i.indrelid = c.oid and i.indisunique
          and (a.attnum = any(i.indkey) or pg_get_expr(i.indexprs, c.oid) ~ ('\\m' || a.attname || '\\M'))),
      'refersTo', (select json_agg(json_build_object('table', p.relname, 'column', i.attname))
        from pg_constraint k join pg_class p on p.oid = k.confrelid
        join pg_attribute i on i.attrelid = p.oid and i.attnum = k.confkey[array_position(k.conkey, a.attnum)]
        where k.conrelid = c.oid and k.contype = 'f' and i.attname <> 'org_id')
    ) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'org_id')
    group by c.relname order by c.relname`)
  return rows
}
