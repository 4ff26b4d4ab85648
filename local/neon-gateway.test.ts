import { join } from 'node:path'
import { Client, neon, neonConfig, Pool } from '@neondatabase/serverless'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type NeonGateway, startNeonGateway } from './neon-gateway.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'
import { postgresTarget } from './postgres-tunnel.ts'
import { loadSecrets } from './secrets.ts'
import { temporaryData } from './temporary-data.ts'

const { dataDir, remove } = temporaryData()
let server: PostgresServer
let gateway: NeonGateway

beforeAll(async () => {
  server = await startPostgres({ dataDir, logFile: join(dataDir, 'postgres.log'), ...loadSecrets(dataDir) })
  gateway = await startNeonGateway(postgresTarget(server.ownerUrl), () => {})
  neonConfig.fetchEndpoint = () => `http://127.0.0.1:${gateway.port}/sql`
  neonConfig.wsProxy = () => `127.0.0.1:${gateway.port}/v2`
  neonConfig.useSecureWebSocket = false
  const sql = neon(server.ownerUrl)
  await sql`create table people (id int primary key, name text not null constraint named check (name <> ''), seen timestamptz, tags text[])`
}, 60_000)
afterAll(async () => {
  await gateway.stop()
  await gateway.stop()
  await server.stop()
  remove()
}, 30_000)

test('a single statement gives typed rows, its command and its count', async () => {
  const sql = neon(server.ownerUrl)
  const when = new Date('2026-03-29T01:30:00Z')
  await sql`insert into people values (${1}, ${'Zoë'}, ${when}, ${['a', 'b,c']})`
  expect(await sql`select * from people where id = ${1}`).toEqual([
    { id: 1, name: 'Zoë', seen: when, tags: ['a', 'b,c'] },
  ])
  const full = neon(server.ownerUrl, { fullResults: true, arrayMode: true })
  const result = await full`select id, null as nothing from people`
  expect(result).toMatchObject({ command: 'SELECT', rowCount: 1, rows: [[1, null]] })
  expect(result.fields.map((field) => field.name)).toEqual(['id', 'nothing'])
})

test('a batch is one transaction: settings hold inside it, a failure undoes all of it', async () => {
  const sql = neon(server.ownerUrl)
  const [, inside] = await sql.transaction([
    sql`select set_config('app.org_id', 'o1', true)`,
    sql`select current_setting('app.org_id') as org`,
  ])
  expect(inside).toEqual([{ org: 'o1' }])
  const failing = sql.transaction([sql`insert into people values (10, 'x')`, sql`insert into people values (10, 'y')`])
  await expect(failing).rejects.toMatchObject({ code: '23505' })
  expect(await sql`select 1 from people where id = 10`).toEqual([])
})

test('the isolation headers of a batch are obeyed', async () => {
  const sql = neon(server.ownerUrl)
  const options = { isolationLevel: 'Serializable', readOnly: true, deferrable: true } as const
  const [level] = await sql.transaction([sql`select current_setting('transaction_isolation') as level`], options)
  expect(level).toEqual([{ level: 'serializable' }])
  await expect(sql.transaction([sql`delete from people`], options)).rejects.toMatchObject({ code: '25006' })
})

test('an SQL error arrives with code, constraint and table; a wrong password as well', async () => {
  const sql = neon(server.ownerUrl)
  await expect(sql`insert into people values (2, '')`).rejects.toMatchObject({
    name: 'NeonDbError',
    code: '23514',
    severity: 'ERROR',
    constraint: 'named',
    table: 'people',
    schema: 'public',
  })
  const stranger = new URL(server.ownerUrl)
  stranger.password = 'wrong'
  await expect(neon(stranger.href)`select 1`).rejects.toMatchObject({ code: '28P01' })
})

test('no setting of one request is seen by the next, even when it was made for the session', async () => {
  const sql = neon(server.ownerUrl)
  await Promise.all(Array.from({ length: 20 }, () => sql`select set_config('app.org_id', 'leak', false)`))
  const seen = await Promise.all(
    Array.from({ length: 20 }, () => sql`select nullif(current_setting('app.org_id', true), '') as org`),
  )
  expect(new Set(seen.map(([row]) => row?.org))).toEqual(new Set([null]))
})

test('a pool over WebSocket holds interactive transactions', async () => {
  const pool = new Pool({ connectionString: server.ownerUrl })
  const client = await pool.connect()
  await client.query('begin')
  await client.query("insert into people values (20, 'inside')")
  expect((await client.query('select count(*)::int as n from people where id = 20')).rows).toEqual([{ n: 1 }])
  await client.query('rollback')
  expect((await client.query('select count(*)::int as n from people where id = 20')).rows).toEqual([{ n: 0 }])
  await expect(client.query('select nothing')).rejects.toMatchObject({ code: '42703' })
  client.release()
  await pool.end()
})

test('the tunnel works with and without a pipelined password, and carries large results', async () => {
  for (const mode of ['password', false] as const) {
    const client = new Client(server.ownerUrl)
    client.neonConfig.pipelineConnect = mode
    await client.connect()
    const { rows } = await client.query("select repeat('x', 3000000) as text")
    expect(rows[0].text).toHaveLength(3_000_000)
    await client.end()
  }
})

test('a database that is not there reads as a fault of the server, not of the statement', async () => {
  const dead = await startNeonGateway({ host: '127.0.0.1', port: 1, tls: false }, () => {})
  const response = await fetch(`http://127.0.0.1:${dead.port}/sql`, {
    method: 'POST',
    headers: { 'Neon-Connection-String': server.ownerUrl },
    body: JSON.stringify({ query: 'select 1', params: [] }),
  })
  expect(response.status).toBe(500)
  await dead.stop()
})

test('more transactions at once than the server takes wait for their turn, and none is lost', async () => {
  const clients = Array.from({ length: 130 }, () => new Client(server.ownerUrl))
  const numbers = await Promise.all(
    clients.map(async (client, n) => {
      await client.connect()
      const { rows } = await client.query('select $1::int as n, pg_sleep(0.01)', [n])
      await client.end()
      return rows[0].n
    }),
  )
  expect(numbers).toEqual(clients.map((_, n) => n))
})
