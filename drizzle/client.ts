// The database from a Worker, through Neon's driver: reads in one HTTP round trip, decisions in a transaction over a WebSocket.
import { Client, neon, neonConfig } from '@neondatabase/serverless'
import {
  createTableRelationsHelpers,
  type ExtractTablesWithRelations,
  extractTablesRelationalConfig,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { BatchItem, BatchResponse } from 'drizzle-orm/batch'
import { drizzle as overHttp } from 'drizzle-orm/neon-http'
import { NeonDatabase, NeonDriver } from 'drizzle-orm/neon-serverless'
import { PgDialect } from 'drizzle-orm/pg-core'
import { mayRepeat } from './errors.ts'
import * as tables from './schema/index.ts'
import * as relations from './schema/relations.ts'

const schema = { ...tables, ...relations }
type Schema = typeof schema

// What `drizzle(client, { schema })` works out anew at each call, which is a millisecond for every transaction.
const dialect = new PgDialect()
const { tables: relational, tableNamesMap } = extractTablesRelationalConfig<ExtractTablesWithRelations<Schema>>(
  schema,
  createTableRelationsHelpers,
)
const related = { fullSchema: schema, schema: relational, tableNamesMap }
const overWebSocket = (client: Client): NeonDatabase<Schema> =>
  new NeonDatabase(dialect, new NeonDriver(client, dialect).createSession(related), related)

/** `httpProxy` and `wsProxy` ("host:port") name a local gateway that speaks Neon's protocols; without them Neon itself is asked. */
export type ConnectOptions = {
  databaseUrl: string
  httpProxy?: string | undefined
  wsProxy?: string | undefined
}

/** An open transaction. Nothing in it may outlive the function it was given to. */
export type Tx = Omit<NeonDatabase<Schema>, 'transaction' | '$client'>

const repeatsMax = 3
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const proxies = new Map<string, string>()
const neonEndpoint = neonConfig.fetchEndpoint

/**
 * A handle on one database and login; opens nothing by itself and needs no closing. `http` sends single statements or batches
 * and carries no tenant: tenant tables look empty through it. Use `withOrg` and `readAsOrg` for those.
 */
export const connect = (options: ConnectOptions) => {
  if (options.httpProxy) routeThrough(options.databaseUrl, options.httpProxy)
  return { options, http: overHttp(neon(options.databaseUrl), { schema }) }
}
type Meter = { dbMs: number; statements: number }

export type Database = ReturnType<typeof connect> & {
  /** An open transaction that takes part in everything asked of this handle: see `joining`. */
  joined?: { orgId: string; tx: Tx }
  /** Counts statements and the milliseconds spent waiting for them. */
  meter?: Meter
}

/**
 * The same handle within an open transaction of an organisation: each `withOrg` becomes a savepoint of it, so that what was written
 * to stand alone can be done many times, one after the other, and be undone one by one or all together.
 */
export const joining = (db: Database, orgId: string, tx: Tx): Database => ({ ...db, joined: { orgId, tx } })

/**
 * Runs `work` in one read-write transaction that sees the organisation `orgId` and nothing else. Deadlocks and serialization
 * failures repeat it (three times at most), so it must touch nothing but the transaction. Errors: those of `work`, and the
 * database's own, which `explainDatabaseError` puts into words.
 */
export const withOrg = async <T>(db: Database, orgId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.joined
    ? inSavepoint(db.joined, orgId, work)
    : transact(db, work, `begin; select set_config('app.org_id', '${requireUuid(orgId)}', true)`)

const inSavepoint = async <T>(
  { orgId, tx }: NonNullable<Database['joined']>,
  wanted: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => {
  if (wanted !== orgId) throw new Error('A joined transaction belongs to one organisation.')
  await tx.execute(sql`savepoint step`)
  try {
    const result = await work(tx)
    await tx.execute(sql`release savepoint step`)
    return result
  } catch (error) {
    await tx.execute(sql`rollback to savepoint step`)
    throw error
  }
}

/** A transaction without a tenant, for the role of the auth side. */
export const transact = async <T>(db: Database, work: (tx: Tx) => Promise<T>, begin = 'begin'): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transactOnce(db, begin, work)
    } catch (error) {
      if (attempt >= repeatsMax || !mayRepeat(error)) throw error
    }
  }
}

/**
 * Several statements in one HTTP round trip and one transaction, as the organisation `orgId`; answers their results in order.
 * `build` gets the query builder and must not await.
 */
export const readAsOrg = async <const T extends readonly [BatchItem<'pg'>, ...BatchItem<'pg'>[]]>(
  db: Database,
  orgId: string,
  build: (read: Database['http']) => T,
): Promise<BatchResponse<T>> => batchAs(db, sql`${requireUuid(orgId)}`, build)

/** The same as the organisation of an API key, known by its hash; of an unknown key everything looks empty. */
export const readAsKey = async <const T extends readonly [BatchItem<'pg'>, ...BatchItem<'pg'>[]]>(
  db: Database,
  keyHash: string,
  build: (read: Database['http']) => T,
): Promise<BatchResponse<T>> => batchAs(db, sql`(select org_id::text from api_key_by_hash(${keyHash}))`, build)

const batchAs = async <const T extends readonly [BatchItem<'pg'>, ...BatchItem<'pg'>[]]>(
  db: Database,
  orgId: SQL,
  build: (read: Database['http']) => T,
): Promise<BatchResponse<T>> => {
  if (db.joined) throw new Error('Over HTTP a joined transaction would not be seen: read within it.')
  const tenant = db.http.execute(sql`select set_config('app.org_id', ${orgId}, true)`)
  const statements = build(db.http)
  const [, ...results] = await metered(db.meter, statements.length, () =>
    db.http.batch<BatchItem<'pg'>, [BatchItem<'pg'>, ...BatchItem<'pg'>[]]>([tenant, ...statements]),
  )
  return results as BatchResponse<T>
}

const transactOnce = async <T>(db: Database, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const client = openClient(db.options)
  if (db.meter) meterQueries(client, db.meter)
  let lost: Error | undefined
  client.on('error', (error) => {
    lost = error
  })
  await client.connect()
  try {
    await client.query(begin)
    const result = await work(overWebSocket(client))
    await client.query('commit')
    return result
  } catch (error) {
    throw lost ?? error
  } finally {
    // Closing rolls back what was not committed.
    await client.end()
  }
}

const metered = async <T>(meter: Meter | undefined, statements: number, work: () => Promise<T>): Promise<T> => {
  const startMs = performance.now()
  try {
    return await work()
  } finally {
    if (meter) {
      meter.dbMs += performance.now() - startMs
      meter.statements += statements
    }
  }
}

/** Everything asked of the client goes through its `query`, which answers a promise here. */
const meterQueries = (client: Client, meter: Meter): void => {
  const query = client.query.bind(client) as (...asked: unknown[]) => Promise<unknown>
  client.query = ((...asked: unknown[]) => metered(meter, 1, () => query(...asked))) as Client['query']
}

/** A Worker may not keep a socket beyond its request: one client for each transaction. */
const openClient = ({ databaseUrl, wsProxy }: ConnectOptions): Client => {
  const client = new Client(databaseUrl)
  if (wsProxy) {
    client.neonConfig.wsProxy = () => `${wsProxy}/v2`
    client.neonConfig.useSecureWebSocket = false
    client.neonConfig.pipelineConnect = false
  }
  return client
}

const routeThrough = (databaseUrl: string, httpProxy: string): void => {
  const { hostname, port } = new URL(databaseUrl)
  proxies.set(`${hostname}:${port || 5432}`, `http://${httpProxy}/sql`)
  neonConfig.fetchEndpoint = (host, hostPort, options) =>
    proxies.get(`${host}:${hostPort || 5432}`) ??
    (typeof neonEndpoint === 'string' ? neonEndpoint : neonEndpoint(host, hostPort, options))
}

const requireUuid = (value: string): string => {
  if (!uuid.test(value)) throw new TypeError(`"${value}" is not an organisation's id.`)
  return value
}
