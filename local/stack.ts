import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { migrate } from '../drizzle/migrate.ts'
import { buildFolder } from './build-cache.ts'
import { type DataFolder, openDataFolder } from './data-folder.ts'
import { Failure, messageOf } from './failure.ts'
import { takeLock } from './file-lock.ts'
import { freePort, isPortFree } from './free-port.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { startNeonGateway } from './neon-gateway.ts'
import { startPostgres } from './postgres.ts'
import { postgresTarget } from './postgres-tunnel.ts'
import { projectRoot } from './project.ts'
import { startRedis } from './redis.ts'
import { loadSecrets, type Secrets } from './secrets.ts'
import { startUpstashGateway } from './upstash-gateway.ts'
import { buildWeb, pageFolder } from './web-build.ts'
import { type BuiltWorker, buildWorker } from './worker-build.ts'
import { type RunningWorker, startWorker } from './workers.ts'

export interface StackOptions {
  /** Where everything is kept; `<project>/.muster` unless given. */
  dataDir?: string | undefined
  /** Of the page and the API; any free one unless given. */
  port?: number | undefined
  /** A postgres:// address of the role that owns the database: used instead of the embedded server. */
  databaseUrl?: string | undefined
  /** A redis:// address: used instead of the embedded one. */
  redisUrl?: string | undefined
  /** How often the scheduled jobs run; 10 s unless given. */
  cronEveryMs?: number | undefined
  /** Multiplies the limits of requests; 1 unless given. Many tests ask as one address. */
  limitScale?: number | undefined
  /** False: the page is not built, what is there of it is served. For tests of the API alone. */
  hasPage?: boolean | undefined
  /** Other wrangler.toml files in the place of the project's own, for tests of the stack itself. */
  workers?: { api: string; solver: string } | undefined
  /** Hears what is being done, one sentence a step, and later what went wrong by itself. */
  log?: ((line: string) => void) | undefined
}

/** Muster as it runs in the cloud, on this machine: every part speaks the protocol it speaks there. */
export interface Stack {
  /** Page and API, without a slash at the end. */
  url: string
  dataDir: string
  ports: { api: number; database: number; neon: number; upstash: number }
  /** Addresses of the real database server for the owner, the API's role and the auth role. */
  ownerUrl: string
  appUrl: string
  authUrl: string
  /** "host:port" of the gateway that speaks Neon's HTTP and WebSocket protocols. */
  neonProxy: string
  /** Of the gateway that speaks Upstash's REST protocol. */
  redis: { url: string; token: string }
  /** What was e-mailed, and the page that shows it. */
  mail: Pick<MailServer, 'pageUrl' | 'messages'>
  /** Runs the scheduled jobs (the sweep) now and waits for them. */
  tick(): Promise<void>
  /** Ends the solver's Worker without order; it stays ended until `restartSolver`. */
  killSolver(signal?: NodeJS.Signals): Promise<void>
  restartSolver(): Promise<void>
  /** Ends everything in order; no process is left. Idempotent. */
  stop(): Promise<void>
}

const defaultCronEveryMs = 10_000

/**
 * Starts database, Redis, both gateways, migrations, and the two Workers on 127.0.0.1; builds what is not built.
 * Errors: Failure with one sentence for the user; what had been started is stopped again.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const log = options.log ?? (() => undefined)
  const folder = openDataFolder(resolve(options.dataDir ?? join(projectRoot, '.muster')))
  const port = options.port ?? (await freePort())
  if (!(await isPortFree(port)))
    throw new Failure(`Port ${port} is taken by another program: choose another one with --port.`)
  const url = `http://127.0.0.1:${port}`
  const undo: (() => unknown)[] = []
  let stopping: Promise<void> | undefined
  const stop = () => (stopping ??= unwind(undo))
  try {
    const lock = takeLock(join(folder.dataDir, 'instance.json'), url)
    if (lock.kind === 'taken') {
      const { pid, url: address } = lock.holder
      throw new Failure(
        `Muster already runs on ${folder.dataDir} (process ${pid}, ${address ?? 'starting'}): use it, or stop it first.`,
      )
    }
    undo.push(lock.release)
    return await assemble({ ...options, folder, port, url, log, undo, stop })
  } catch (error) {
    await stop()
    throw error
  }
}

interface Assembly extends StackOptions {
  folder: DataFolder
  port: number
  url: string
  log: (line: string) => void
  undo: (() => unknown)[]
  stop: () => Promise<void>
}

async function assemble(given: Assembly): Promise<Stack> {
  const { folder, port, url, log, undo, stop } = given
  const secrets = loadSecrets(folder.dataDir)
  const [servers, built] = await allOrNothing([startServers(given, secrets), build(given)])
  const { ownerUrl, target, neon, upstash, mail } = servers
  const as = (role: string, password: string) => withLogin(ownerUrl, role, password)
  const [appUrl, authUrl] = [as('muster_app', secrets.appPassword), as('muster_auth', secrets.authPassword)]
  const neonProxy = `127.0.0.1:${neon.port}`
  const redis = { url: `http://127.0.0.1:${upstash.port}`, token: secrets.redisToken }

  log('Starting the Workers')
  const database = { DATABASE_URL: appUrl, NEON_HTTP_PROXY: neonProxy, NEON_WS_PROXY: neonProxy }
  const vars = {
    ...database,
    AUTH_DATABASE_URL: authUrl,
    AUTH_SECRET: secrets.authSecret,
    PUBLIC_URL: url,
    UPSTASH_REDIS_REST_URL: redis.url,
    UPSTASH_REDIS_REST_TOKEN: redis.token,
    LIMIT_SCALE: String(given.limitScale ?? 1),
    MAIL_URL: mail.server.url,
    MAIL_TOKEN: mail.token,
    MAIL_FROM: 'Muster <muster@localhost>',
  }
  const registryDir = join(folder.dataDir, 'workers', 'registry')
  rmSync(registryDir, { recursive: true, force: true })
  const start = async (worker: BuiltWorker, name: string, workerPort: number, workerVars: Record<string, string>) => {
    const running = await startWorker({
      worker,
      vars: workerVars,
      port: workerPort,
      registryDir,
      dataDir: join(folder.dataDir, 'workers'),
      logFile: folder.logFile(name),
      cronEveryMs: given.cronEveryMs ?? defaultCronEveryMs,
      log,
    })
    undo.push(() => running.stop())
    return running
  }
  const [api, solver]: RunningWorker[] = await allOrNothing([
    start(built.api, 'api', port, vars),
    // The local queue delivers one message after the other.
    start(built.solver, 'solver', 0, { ...database, PARTS_AT_ONCE: '1' }),
  ])
  if (!api || !solver) throw new Error('A Worker is missing.')
  return {
    url,
    dataDir: folder.dataDir,
    ports: { api: api.port, database: target.port, neon: neon.port, upstash: upstash.port },
    ownerUrl,
    appUrl,
    authUrl,
    neonProxy,
    redis,
    mail: mail.server,
    tick: () => api.tick(),
    killSolver: (signal = 'SIGKILL') => solver.kill(signal),
    restartSolver: () => solver.restart(),
    stop,
  }
}

async function build({ folder, hasPage, workers, log }: Assembly): Promise<{ api: BuiltWorker; solver: BuiltWorker }> {
  const cache = buildFolder(folder.dataDir)
  log('Building the page and the Workers where they changed')
  if (hasPage === false) mkdirSync(pageFolder, { recursive: true })
  else await buildWeb(cache)
  const [api, solver] = await Promise.all([
    buildWorker(workers?.api ?? join(projectRoot, 'wrangler.toml'), cache),
    buildWorker(workers?.solver ?? join(projectRoot, 'solver', 'wrangler.toml'), cache),
  ])
  return { api, solver }
}

async function startServers({ folder, databaseUrl, redisUrl, log, undo }: Assembly, secrets: Secrets) {
  log(databaseUrl ? 'Connecting to the database in DATABASE_URL' : 'Starting PostgreSQL')
  const embedded = databaseUrl
    ? undefined
    : await startPostgres({ dataDir: folder.dataDir, logFile: folder.logFile('postgres'), ...secrets })
  if (embedded) undo.push(embedded.stop)
  const ownerUrl = embedded?.ownerUrl ?? checkedAddress(databaseUrl ?? '')
  log('Applying migrations')
  await migrate({ ownerUrl, appPassword: secrets.appPassword, authPassword: secrets.authPassword }).catch(
    (error: unknown) => {
      throw new Failure(
        `The database cannot be brought up to date (${messageOf(error)}). ${databaseUrl ? 'Is DATABASE_URL right, and may its role create roles?' : 'Start with --reset to begin anew.'}`,
      )
    },
  )
  const target = postgresTarget(ownerUrl)
  const neon = await startNeonGateway(target, folder.logTo('database-gateway'))
  undo.push(neon.stop)

  log(redisUrl ? 'Connecting to the Redis in REDIS_URL' : 'Starting Redis')
  const redis = await startRedis(redisUrl)
  undo.push(redis.stop)
  const upstash = await startUpstashGateway(redis, secrets.redisToken, folder.logTo('redis-gateway'))
  undo.push(upstash.stop)
  const token = randomBytes(24).toString('hex')
  const server = await startMailServer(folder.dataDir, token)
  undo.push(server.stop)
  return { ownerUrl, target, neon, upstash, mail: { server, token } }
}

function checkedAddress(databaseUrl: string): string {
  if (URL.canParse(databaseUrl) && /^postgres(ql)?:$/.test(new URL(databaseUrl).protocol)) return databaseUrl
  throw new Failure('DATABASE_URL is not an address like postgres://user:password@host:5432/database.')
}

function withLogin(address: string, role: string, password: string): string {
  const url = new URL(address)
  url.username = role
  url.password = password
  return url.href
}

/** Waits for all even when one fails, so that what the others started is known when everything is undone. */
async function allOrNothing<T extends readonly unknown[]>(
  work: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  await Promise.allSettled(work)
  return (await Promise.all(work)) as unknown as T
}

async function unwind(undo: (() => unknown)[]): Promise<void> {
  const failures: unknown[] = []
  for (const step of undo.toReversed()) {
    try {
      await step()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `Not everything could be stopped: ${messageOf(failures[0])}`)
}
