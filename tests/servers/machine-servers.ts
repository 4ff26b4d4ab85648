// Debian's PostgreSQL and Redis, started on free ports with data of their own: what DATABASE_URL and REDIS_URL are for.
import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../../local/free-port.ts'
import { type KeptProcess, keepProcess } from '../../local/kept-process.ts'
import { serverUser } from '../../local/system-user.ts'

export interface MachineServer {
  url: string
  stop(): Promise<void>
}

const password = 'muster-test'
const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
const triesMax = 100

/** A new cluster in `folder`; `programs` holds initdb and postgres. The address is that of a role that may create roles. */
export const startMachinePostgres = async (programs: string, folder: string): Promise<MachineServer> => {
  const user = serverUser()
  mkdirSync(folder, { mode: 0o700 })
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid)
  const data = join(folder, 'data')
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
    { cwd: folder, env, encoding: 'utf8', ...(user && { uid: user.uid, gid: user.gid }) },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const port = await freePort()
  const server = keepProcess(
    join(programs, 'postgres'),
    [
      '-D',
      data,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `port=${port}`,
      '-c',
      'unix_socket_directories=',
      '-c',
      'fsync=off',
    ],
    { logFile: join(folder, '..', 'machine-postgres.log'), cwd: data, env, endSignal: 'INT', graceMs: 10_000, user },
  )
  const root = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  const owner = `postgres://planner:${password}@127.0.0.1:${port}/planner`
  await whenReady(server, 'PostgreSQL', async () => {
    const client = new pg.Client({ connectionString: root })
    await client.connect()
    try {
      await client.query(`create role planner login createrole password '${password}'`)
      await client.query('create database planner owner planner')
    } finally {
      await client.end()
    }
  })
  return { url: owner, stop: () => server.end() }
}

/** A server that keeps nothing, with a password. */
export const startMachineRedis = async (program: string, folder: string): Promise<MachineServer> => {
  const port = await freePort()
  const logFile = join(folder, 'machine-redis.log')
  const server = keepProcess(
    program,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--requirepass', password],
    { logFile, cwd: folder, env, endSignal: 'TERM', graceMs: 5_000 },
  )
  await whenReady(server, 'Redis', async () => {
    if (!readFileSync(logFile, 'utf8').includes('Ready to accept connections'))
      throw new Error('Redis is not ready yet')
  })
  return { url: `redis://:${password}@127.0.0.1:${port}`, stop: () => server.end() }
}

const whenReady = async (server: KeptProcess, name: string, attempt: () => Promise<void>): Promise<void> => {
  let ended = false
  void server.exited.then(() => (ended = true))
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (ended || tries >= triesMax) {
        await server.end()
        throw new Error(`The machine's ${name} did not start: see its log.`, { cause: error })
      }
      await delay(100)
    }
  }
}
