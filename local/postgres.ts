import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { codeOf, Failure } from './failure.ts'
import { freePort } from './free-port.ts'
import { type KeptProcess, keepProcess } from './kept-process.ts'
import { type PostgresHome, postgresHome } from './postgres-home.ts'
import { commandLine, isAlive } from './process-identity.ts'

const major = '18'
const database = 'muster'
const owner = 'muster_owner'
const startTriesMax = 3
const readyTimeoutMs = 60_000

export interface PostgresOptions {
  /** The folder of everything this instance keeps; the caller makes sure that no other instance uses it. */
  dataDir: string
  logFile: string
  /** Passwords of the superuser and of the role that owns the database. */
  superPassword: string
  ownerPassword: string
}

export interface PostgresServer {
  port: number
  /** Connects as the owner of the database: no superuser, may create roles and passes row security, as on Neon. */
  ownerUrl: string
  /** PGDATA. */
  data: string
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL on a free port of 127.0.0.1, creates its data the first time, and ends an orphan that a
 * killed run left on the same data. Passwords are asked in clear text, which Neon's driver pipelines.
 * Errors: Failure with a sentence for the user.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const home = await postgresHome(options.dataDir)
  await endOrphan(home.data)
  if (!existsSync(home.data)) await createCluster(home, options)
  checkVersion(home.data)
  for (let tries = 1; ; tries++) {
    const port = await freePort()
    const logStart = existsSync(options.logFile) ? statSync(options.logFile).size : 0
    const server = launch(home, port, options.logFile)
    const superUrl = `postgres://postgres:${options.superPassword}@127.0.0.1:${port}/postgres`
    try {
      await untilReady(server, superUrl, home.data)
      await prepareDatabase(superUrl, options.ownerPassword)
    } catch (error) {
      await server.end()
      if (!(error instanceof EndedEarly)) throw error
      const said = textFrom(options.logFile, logStart)
      if (said.includes('Address already in use') && tries < startTriesMax) continue
      throw new Failure(`PostgreSQL did not start on ${home.data}: ${lastFatal(said)} (${options.logFile}).`)
    }
    const ownerUrl = `postgres://${owner}:${options.ownerPassword}@127.0.0.1:${port}/${database}`
    return { port, ownerUrl, data: home.data, stop: () => server.end() }
  }
}

class EndedEarly extends Error {}

/** Made aside and renamed, so that an interrupted first start leaves nothing half made. */
async function createCluster(home: PostgresHome, options: PostgresOptions): Promise<void> {
  const fresh = `${home.data}.new`
  const passwordFile = join(home.folder, `password-${randomBytes(6).toString('hex')}`)
  rmSync(fresh, { recursive: true, force: true })
  writeFileSync(passwordFile, `${options.superPassword}\n`, { mode: 0o600 })
  if (home.user) chownSync(passwordFile, home.user.uid, home.user.gid)
  const args = ['-D', fresh, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=password', '--encoding=UTF8']
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions']
  try {
    const { code, output } = await run(join(home.programs, 'bin', 'initdb'), [...args, ...locale], home)
    if (code !== 0)
      throw new Failure(`The database could not be created in ${home.data}: ${output.trim().split('\n').at(-1)}`)
    renameSync(fresh, home.data)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function run(command: string, args: string[], home: PostgresHome): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: home.folder,
      env: serverEnv(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(home.user && { uid: home.user.uid, gid: home.user.gid }),
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}

/** Nothing of the user's PG… settings may reach the server. */
function serverEnv(): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}

function launch(home: PostgresHome, port: number, logFile: string): KeptProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '64MB',
    fsync: 'on',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '256MB',
    jit: 'off',
    timezone: 'UTC',
    log_min_messages: 'warning',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return keepProcess(join(home.programs, 'bin', 'postgres'), ['-D', home.data, ...flags], {
    logFile,
    cwd: home.data,
    env: serverEnv(),
    endSignal: 'INT',
    graceMs: 20_000,
    user: home.user,
  })
}

async function untilReady(server: KeptProcess, superUrl: string, data: string): Promise<void> {
  let hasEnded = false
  server.exited.then(() => {
    hasEnded = true
  })
  const giveUpAt = Date.now() + readyTimeoutMs
  while (Date.now() < giveUpAt) {
    if (hasEnded) throw new EndedEarly()
    const client = new pg.Client({ connectionString: superUrl })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (codeOf(error) === '28P01') {
        throw new Failure(
          `The database in ${data} does not know the password in secrets.json beside it: restore that file, or start with --reset.`,
        )
      }
      if (codeOf(error) !== 'ECONNREFUSED' && codeOf(error) !== '57P03') throw error
    }
    await delay(25)
  }
  throw new Failure(`PostgreSQL did not answer within ${readyTimeoutMs / 1000} s; its data are in ${data}.`)
}

async function prepareDatabase(superUrl: string, ownerPassword: string): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    const { rows: roles } = await client.query('select 1 from pg_roles where rolname = $1', [owner])
    const verb = roles.length === 0 ? 'create' : 'alter'
    const password = client.escapeLiteral(ownerPassword)
    await client.query(`${verb} role ${owner} login createdb createrole bypassrls password ${password}`)
    const { rows: databases } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (databases.length === 0) await client.query(`create database ${database} owner ${owner}`)
  } finally {
    await client.end()
  }
}

/** A former run that was killed may have left its server on our data: it is ours alone, so it is ended in order. */
async function endOrphan(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
  if (!(pid > 0) || !isAlive(pid)) return
  if (!commandLine(pid).includes(data)) {
    // The id belongs to another program by now; PostgreSQL itself would refuse to start because of it.
    rmSync(pidFile, { force: true })
    return
  }
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal)
    } catch (error) {
      if (codeOf(error) === 'EPERM')
        throw new Failure(`A PostgreSQL of another user (process ${pid}) runs on ${data}: end it first.`)
      if (codeOf(error) === 'ESRCH') return
      throw error
    }
    for (let waits = 0; waits < 100; waits++) {
      if (!isAlive(pid)) return
      await delay(100)
    }
  }
  throw new Failure(`A PostgreSQL left by an earlier run (process ${pid}) on ${data} does not end: end it first.`)
}

function checkVersion(data: string): void {
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (version !== major)
    throw new Failure(
      `The data in ${data} are of PostgreSQL ${version}, this is ${major}: start with --reset, or set DATABASE_URL.`,
    )
}

function textFrom(file: string, start: number): string {
  const length = Math.min(statSync(file).size - start, 64 * 1024)
  const bytes = Buffer.alloc(Math.max(length, 0))
  const handle = openSync(file, 'r')
  readSync(handle, bytes, 0, bytes.length, start)
  closeSync(handle)
  return bytes.toString('utf8')
}

function lastFatal(log: string): string {
  const lines = log.trim().split('\n')
  return lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1) ?? 'it said nothing'
}
