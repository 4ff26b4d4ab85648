import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import * as z from 'zod'
import { Failure } from './failure.ts'
import { type KeptProcess, keepProcess } from './kept-process.ts'
import { nodePath, projectRoot } from './project.ts'
import type { BuiltWorker } from './worker-build.ts'

/** What a host process is told to run. */
export interface HostSpec {
  worker: BuiltWorker
  /** Variables and secrets; they stand over those of wrangler.toml. */
  vars: Record<string, string>
  /** 0: any free port. */
  port: number
  registryDir: string
  dataDir: string
  tmpDir: string
  cronEveryMs: number
}

const HostMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), port: z.int() }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
  z.object({ kind: z.literal('ticked') }),
])
export type HostMessage = z.infer<typeof HostMessage>

export interface WorkerOptions {
  worker: BuiltWorker
  vars: Record<string, string>
  port: number
  /** Shared by the Workers that must find each other's queues and Durable Objects, and by nobody else. */
  registryDir: string
  /** Keeps the Worker's own storage. */
  dataDir: string
  logFile: string
  /** How often the scheduled handler is called. */
  cronEveryMs: number
  log: (line: string) => void
}

export interface RunningWorker {
  port: number
  /** The process group of host and workerd. */
  pid: number
  /** Calls the scheduled handler now and waits for it. */
  tick(): Promise<void>
  /** Ends the whole group by `signal`, without order, and leaves it ended until `restart`. */
  kill(signal: NodeJS.Signals): Promise<void>
  /** Ends it in order when it runs, and starts it anew on the same port. */
  restart(): Promise<void>
  /** Ends it in order. Idempotent. */
  stop(): Promise<void>
}

const readyTimeoutMs = 60_000
const tickTimeoutMs = 60_000
const restartDelayMs = 1_000
const restartsMax = 5

/**
 * Runs one Worker in its own process, so that solving cannot delay the API. It is started again when it ends by itself,
 * and ends with this process however that ends. Errors: Failure when it does not get ready.
 */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { worker, log } = options
  let port = options.port
  let isWanted = true
  let restarts = 0
  let current = await launch(options, port, whenEnded)
  port = current.port

  function whenEnded(ended: Host, code: number): void {
    if (!isWanted || ended !== current) return
    log(`${worker.name} ended by itself (code ${code}), starting it again; see ${options.logFile}`)
    if (++restarts > restartsMax) {
      log(`${worker.name} ended ${restarts} times and stays ended`)
      return
    }
    delay(restartDelayMs * restarts)
      .then(() => (isWanted ? start() : undefined))
      .catch((error: unknown) => log(`${worker.name} cannot be started again: ${String(error)}`))
  }
  async function start(): Promise<void> {
    current = await launch(options, port, whenEnded)
  }
  async function stop(): Promise<void> {
    isWanted = false
    await current.process.end()
  }

  return {
    get port() {
      return port
    },
    get pid() {
      return current.process.pid
    },
    tick: () => current.tick(),
    async kill(signal) {
      isWanted = false
      current.process.kill(signal)
      await current.process.exited
    },
    async restart() {
      await stop()
      await start()
      isWanted = true
    },
    stop,
  }
}

interface Host {
  process: KeptProcess
  port: number
  tick(): Promise<void>
}

async function launch(
  options: WorkerOptions,
  port: number,
  whenEnded: (host: Host, code: number) => void,
): Promise<Host> {
  const { worker, vars, registryDir, logFile, cronEveryMs } = options
  const dataDir = join(options.dataDir, worker.name)
  const tmpDir = join(dataDir, 'tmp')
  rmSync(tmpDir, { recursive: true, force: true })
  for (const folder of [tmpDir, registryDir]) mkdirSync(folder, { recursive: true })
  // A killed Worker could not strike itself off the list, and its successor would wait 90 s for the name.
  rmSync(join(registryDir, worker.name), { force: true })
  const spec: HostSpec = { worker, vars, port, registryDir, dataDir, tmpDir, cronEveryMs }

  const heard = new EventTarget()
  const process = keepProcess(
    nodePath,
    ['--disable-warning=ExperimentalWarning', join(projectRoot, 'local', 'worker-host.ts')],
    {
      logFile,
      cwd: projectRoot,
      env: hostEnv(spec),
      endSignal: 'TERM',
      graceMs: 6_000,
      onMessage: (message) => {
        const parsed = HostMessage.safeParse(message).data
        if (parsed) heard.dispatchEvent(new CustomEvent(parsed.kind, { detail: parsed }))
      },
    },
  )
  const ready = await firstOf(heard, process, readyTimeoutMs)
  if (ready?.kind !== 'ready') {
    await process.end()
    const reason = ready?.kind === 'failed' ? ready.reason.split('\n')[0] : 'it did not get ready'
    throw new Failure(`The Worker ${worker.name} did not start: ${reason} (see ${logFile}).`)
  }
  const host: Host = {
    process,
    port: ready.port,
    async tick() {
      const ticked = new Promise((resolve) => heard.addEventListener('ticked', resolve, { once: true }))
      process.send('tick')
      await Promise.race([ticked, process.exited, delay(tickTimeoutMs, undefined, { ref: false })])
    },
  }
  process.exited.then((code) => whenEnded(host, code))
  return host
}

function firstOf(heard: EventTarget, host: KeptProcess, timeoutMs: number): Promise<HostMessage | undefined> {
  const message = new Promise<HostMessage>((resolve) => {
    for (const kind of ['ready', 'failed']) {
      heard.addEventListener(kind, (event) => event instanceof CustomEvent && resolve(event.detail), { once: true })
    }
  })
  const nothing = host.exited.then(() => undefined)
  return Promise.race([message, nothing, delay(timeoutMs, undefined, { ref: false })])
}

/** The host inherits what finds programs and temporary folders, and nothing that changes where Workers look. */
function hostEnv(spec: HostSpec): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    ([name, value]) =>
      value !== undefined && !/^(CLOUDFLARE_|WRANGLER_|MINIFLARE_|NODE_OPTIONS|NODE_CHANNEL)/.test(name),
  )
  return { ...(Object.fromEntries(inherited) as Record<string, string>), MUSTER_WORKER: JSON.stringify(spec) }
}
