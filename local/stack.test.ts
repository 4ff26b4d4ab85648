import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { tinyWorkers } from './fixtures/tiny-workers.ts'
import { freePort, isPortFree } from './free-port.ts'
import { isAlive } from './process-identity.ts'
import { nodePath, projectRoot } from './project.ts'
import { resetData } from './reset-data.ts'
import { type Stack, startStack } from './stack.ts'
import { temporaryData } from './temporary-data.ts'

const { dataDir, remove } = temporaryData()
// As a home folder may be: nobody but its owner enters.
chmodSync(dataDir, 0o700)
const options = { dataDir, hasPage: false, workers: tinyWorkers }
afterAll(remove)

async function query(address: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const arePortsClosed = async ({ ports }: Stack) =>
  (await Promise.all(Object.values(ports).map(isPortFree))).every(Boolean)

test('everything answers, below a folder that only its owner may enter, and nothing is left after the stop', async () => {
  const stack = await startStack(options)
  try {
    expect(await (await fetch(`${stack.url}/api/heard`)).json()).toEqual([])
    expect(await query(stack.appUrl, 'select current_user as name')).toEqual([{ name: 'muster_app' }])
    expect(await query(stack.authUrl, 'select current_user as name')).toEqual([{ name: 'muster_auth' }])
    await query(stack.ownerUrl, 'create table kept (n int)')
    await stack.tick()
    expect(await (await fetch(`${stack.url}/api/heard`)).json()).toEqual(['scheduled'])
    await stack.killSolver('SIGKILL')
    expect((await fetch(`${stack.url}/api/greeting`)).status).toBe(200)
    await stack.restartSolver()
  } finally {
    await stack.stop()
  }
  await stack.stop()
  expect(await arePortsClosed(stack)).toBe(true)
}, 60_000)

test('data and secrets survive, and secrets are for their owner only', async () => {
  const before = readFileSync(join(dataDir, 'secrets.json'), 'utf8')
  const stack = await startStack(options)
  try {
    expect(await query(stack.ownerUrl, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }])
  } finally {
    await stack.stop()
  }
  expect(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).toBe(before)
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
}, 60_000)

test('a second instance on the same data, a reset meanwhile, and a taken port are each one sentence', async () => {
  const stack = await startStack(options)
  try {
    const sentence = new RegExp(`already runs on ${dataDir} \\(process ${process.pid}, ${stack.url}\\)`)
    await expect(startStack(options)).rejects.toThrow(sentence)
    expect(() => resetData(dataDir)).toThrow(/stop it before/)
    const server = createServer().listen(await freePort(), '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    await expect(startStack({ ...options, port })).rejects.toThrow(`Port ${port} is taken by another program`)
    server.close()
  } finally {
    await stack.stop()
  }
}, 60_000)

test('a start that fails leaves nothing behind', async () => {
  const workers = { ...tinyWorkers, solver: join(projectRoot, 'local', 'fixtures', 'missing.toml') }
  await expect(startStack({ ...options, workers })).rejects.toThrow(/missing\.toml/)
  const stack = await startStack(options)
  await stack.stop()
}, 60_000)

test('an own PostgreSQL serves behind the same gateways', async () => {
  const other = temporaryData()
  const server = await startStack(options)
  try {
    const stack = await startStack({ ...options, dataDir: other.dataDir, databaseUrl: server.ownerUrl })
    expect(stack.ports.database).toBe(server.ports.database)
    expect(await query(stack.appUrl, 'select 1 as n')).toEqual([{ n: 1 }])
    expect(readdirSync(other.dataDir)).not.toContain('postgres')
    await stack.stop()
  } finally {
    await server.stop()
    other.remove()
  }
  const wrong = startStack({ ...options, databaseUrl: 'localhost:5432' })
  await expect(wrong).rejects.toThrow(/DATABASE_URL is not an address like/)
}, 60_000)

test('killed without warning, it leaves no process, and starts again on the same data', async () => {
  const script = join(projectRoot, 'local', 'fixtures', 'run-stack.ts')
  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    const child = spawn(nodePath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [url] = (await once(child.stdout, 'data')) as [Buffer]
    expect((await fetch(`${String(url).trim()}/api/greeting`)).status).toBe(200)
    const group = descendants(child.pid ?? 0)
    expect(group.length).toBeGreaterThan(5)
    child.kill(signal)
    await once(child, 'exit')
    for (let tries = 0; tries < 200 && group.some(isAlive); tries++) await delay(50)
    expect(group.filter(isAlive)).toEqual([])
  }
}, 90_000)

/** Every process below `pid`, by /proc. */
function descendants(pid: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      parents.delete(Number(name))
    }
  }
  const below = (id: number): number[] =>
    [...parents].filter(([, parent]) => parent === id).flatMap(([child]) => [child, ...below(child)])
  return below(pid)
}

test('a reset deletes data and secrets, and the next start begins anew', async () => {
  const before = readFileSync(join(dataDir, 'secrets.json'), 'utf8')
  resetData(dataDir)
  const stack = await startStack(options)
  try {
    await expect(query(stack.ownerUrl, 'select * from kept')).rejects.toThrow(/does not exist/)
    expect(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).not.toBe(before)
  } finally {
    await stack.stop()
  }
}, 60_000)
