import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'

/** Counts rows of several queries (each `select … from … where …`) in one statement; answers them by name. */
export const countEach = async <K extends string>(
  tx: Pick<Tx, 'execute'>,
  queries: Readonly<Record<K, SQL>>,
): Promise<Record<K, number>> => {
  const names = Object.keys(queries) as K[]
  const counts = names.map((name, at) => sql`(select count(*)::int from (${queries[name]}) q) as ${sql.raw(`n${at}`)}`)
  const { rows } = await tx.execute(sql`select ${sql.join(counts, sql`, `)}`)
  return Object.fromEntries(names.map((name, at) => [name, Number(rows[0]?.[`n${at}`])])) as Record<K, number>
}
