// Runs one Worker in workerd, in a process of its own; started by workers.ts, never by hand. What to run is in the
// variable MUSTER_WORKER, answers go over the IPC channel, logs to both output streams.
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, type V4WorkerOptions } from 'miniflare'
import { messageOf } from './failure.ts'
import type { HostMessage, HostSpec } from './workers.ts'

const spec = JSON.parse(process.env.MUSTER_WORKER ?? 'null') as HostSpec
delete process.env.MUSTER_WORKER
const cron = '* * * * *'
const disposeTimeoutMs = 4_000

const tell = (message: HostMessage) => process.send?.(message, undefined, undefined, () => undefined)
const write = (line: string) => process.stdout.write(`${new Date().toISOString()} ${line}\n`)

function startRuntime(): Miniflare {
  const { worker, vars, port, registryDir, dataDir, tmpDir } = spec
  const runnable: V4WorkerOptions = {
    ...worker.options,
    name: worker.name,
    rootPath: worker.folder,
    modulesRoot: worker.folder,
    modules: worker.modules,
    bindings: { ...worker.vars, ...vars },
  }
  return new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port,
      cf: false,
      telemetry: { enabled: false },
      log: new Log(LogLevel.WARN),
      handleStructuredLogs: ({ level, message }) => {
        write(`${level} ${message}`)
      },
      unsafeDevRegistryPath: registryDir,
      resourcePersistencePath: dataDir,
      resourceTmpPath: tmpDir,
      workers: [runnable],
    }),
  )
}

async function fireSchedule(runtime: Miniflare): Promise<void> {
  try {
    const worker = await runtime.getWorker(spec.worker.name)
    await worker.scheduled({ scheduledTime: new Date(), cron })
  } catch (error) {
    write(`error the scheduled handler failed: ${messageOf(error)}`)
  }
}

async function end(runtime: Miniflare): Promise<never> {
  const overdue = setTimeout(() => process.exit(1), disposeTimeoutMs)
  await runtime.dispose()
  clearTimeout(overdue)
  process.exit(0)
}

try {
  const runtime = startRuntime()
  process.once('SIGTERM', () => end(runtime))
  const url = await runtime.ready
  const hasSchedule = (spec.worker.options.cronTriggers?.length ?? 0) > 0
  process.on('message', (message) => {
    if (message === 'tick') fireSchedule(runtime).then(() => tell({ kind: 'ticked' }))
  })
  if (hasSchedule) setInterval(() => fireSchedule(runtime), spec.cronEveryMs)
  tell({ kind: 'ready', port: Number(url.port) })
} catch (error) {
  write(`error ${error instanceof Error ? error.stack : messageOf(error)}`)
  tell({ kind: 'failed', reason: messageOf(error) })
  process.exit(1)
}
