import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PostgresServer, startPostgres } from './postgres.ts'
import { isAlive } from './process-identity.ts'
import { loadSecrets } from './secrets.ts'
import { temporaryData } from './temporary-data.ts'

const { dataDir, remove } = temporaryData()
const options = { dataDir, logFile: join(dataDir, 'postgres.log'), ...loadSecrets(dataDir) }
let server: PostgresServer

beforeAll(async () => {
  server = await startPostgres(options)
}, 60_000)
afterAll(async () => {
  await server.stop()
  remove()
}, 30_000)

async function query(text: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: server.ownerUrl })
  await client.connect()
  try {
    const result = await client.query({ text, rowMode: 'array' })
    return result.rows
  } finally {
    await client.end()
  }
}

const postmaster = () => Number.parseInt(readFileSync(join(server.data, 'postmaster.pid'), 'utf8'), 10)

test('the owner is no superuser, may create roles and the extensions the schema needs, and writes safely', async () => {
  await query('create extension if not exists btree_gist')
  await query('create extension if not exists pg_trgm')
  await query('create role probe login')
  expect(await query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user')).toEqual([
    [false, true],
  ])
  expect(await query('show fsync')).toEqual([['on']])
  expect(await query("select to_tsvector('simple', 'Ärztin') is not null, lower('ÄÖ')")).toEqual([[true, 'äö']])
})

test('data survive a stop, and a stopped server leaves no process', async () => {
  await query('create table kept (n int)')
  await query('insert into kept values (1)')
  const pid = postmaster()
  await server.stop()
  await server.stop()
  expect(isAlive(pid)).toBe(false)
  server = await startPostgres(options)
  expect(await query('select n from kept')).toEqual([[1]])
}, 60_000)

test('an orphan of a killed run is ended and its data are taken over', async () => {
  await query('insert into kept values (2)')
  const orphan = postmaster()
  const second = await startPostgres(options)
  expect(isAlive(orphan)).toBe(false)
  server = second
  expect(await query('select n from kept order by n')).toEqual([[1], [2]])
}, 60_000)

test('a killed server recovers what was committed', async () => {
  await query('insert into kept values (3)')
  process.kill(postmaster(), 'SIGKILL')
  await server.stop()
  expect(existsSync(join(server.data, 'postmaster.pid'))).toBe(true)
  server = await startPostgres(options)
  expect(await query('select max(n) from kept')).toEqual([[3]])
}, 60_000)

test('a lost password gives one sentence with the way out', async () => {
  await server.stop()
  const wrong = { ...options, superPassword: 'x'.repeat(20) }
  await expect(startPostgres(wrong)).rejects.toThrow(/does not know the password in secrets\.json .* --reset/)
  server = await startPostgres(options)
}, 60_000)
