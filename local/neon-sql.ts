import pg from 'pg'
import * as z from 'zod'

const Query = z.object({ query: z.string(), params: z.array(z.unknown()).default([]) })
const SqlRequest = z.union([z.object({ queries: z.array(Query) }), Query])
type Query = z.infer<typeof Query>

/** One statement's answer: rows hold PostgreSQL's own text or null, keyed by column name unless in array mode. */
export interface SqlAnswer {
  command: string
  rowCount: number | null
  rows: unknown[]
  fields: { name: string; dataTypeID: number }[]
  rowAsArray: boolean
}

export interface BatchOptions {
  arrayMode: boolean
  isolationLevel: string | undefined
  readOnly: boolean
  deferrable: boolean
}

/** The body of `POST /sql`: one statement or several; undefined when it is neither. */
export function parseSqlRequest(body: string): z.infer<typeof SqlRequest> | undefined {
  try {
    return SqlRequest.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}

const rawText = { getTypeParser: () => (text: string) => text }

/** Runs one statement by the extended protocol. Errors: those of `pg`. */
export async function answerQuery(client: pg.ClientBase, query: Query, arrayMode: boolean): Promise<SqlAnswer> {
  const config = { text: query.query, values: query.params, types: rawText }
  const result = arrayMode ? await client.query({ ...config, rowMode: 'array' }) : await client.query(config)
  return {
    command: result.command,
    rowCount: result.rowCount,
    rows: result.rows,
    fields: result.fields.map(({ name, dataTypeID }) => ({ name, dataTypeID })),
    rowAsArray: arrayMode,
  }
}

/** Runs all statements in one transaction, which is rolled back when one fails. Errors: those of the first failure. */
export async function answerBatch(
  client: pg.ClientBase,
  queries: Query[],
  options: BatchOptions,
): Promise<{ results: SqlAnswer[] }> {
  await client.query(beginStatement(options))
  try {
    const results: SqlAnswer[] = []
    for (const query of queries) results.push(await answerQuery(client, query, options.arrayMode))
    await client.query('commit')
    return { results }
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

const isolationLevels: Record<string, string> = {
  ReadUncommitted: 'read uncommitted',
  ReadCommitted: 'read committed',
  RepeatableRead: 'repeatable read',
  Serializable: 'serializable',
}

function beginStatement({ isolationLevel, readOnly, deferrable }: BatchOptions): string {
  const level = isolationLevel && isolationLevels[isolationLevel]
  const modes = [level && `isolation level ${level}`, readOnly && 'read only', deferrable && 'deferrable']
  return ['begin', modes.filter(Boolean).join(', ')].join(' ')
}

const errorFields = [
  'severity',
  'code',
  'detail',
  'hint',
  'position',
  'internalPosition',
  'internalQuery',
  'where',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'file',
  'line',
  'routine',
] as const

/** What PostgreSQL said of a failed statement, as Neon's driver reads it; undefined when the server said nothing. */
export function sqlError(error: unknown): Record<string, string | undefined> | undefined {
  if (!(error instanceof pg.DatabaseError)) return undefined
  return { message: error.message, ...Object.fromEntries(errorFields.map((field) => [field, error[field]])) }
}
