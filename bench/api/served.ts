// Muster in processes of its own: the gateways that stand for the cloud must not share a thread with what measures.
import { join } from 'node:path'
import { keepProcess } from '../../local/kept-process.ts'
import { nodePath, projectRoot } from '../../local/project.ts'

/** What the host is told to start. */
export interface HostOptions {
  dataDir: string
  redisUrl: string | undefined
}
/** Addresses of what runs; `ownerUrl` and `appUrl` are those of the database. */
export interface Served {
  url: string
  ownerUrl: string
  appUrl: string
}
export type HostMessage =
  | { kind: 'step'; line: string }
  | { kind: 'failed'; reason: string }
  | ({ kind: 'ready' } & Served)

/** Starts everything and resolves when it answers. Errors: throws with what the host said. */
export async function startServed(
  options: HostOptions,
  say: (line: string) => void,
): Promise<Served & { stop(): Promise<void> }> {
  let hear: (message: HostMessage) => void = () => undefined
  const heard = new Promise<HostMessage>((resolve) => {
    hear = (message) => (message.kind === 'step' ? say(message.line) : resolve(message))
  })
  const host = keepProcess(
    nodePath,
    ['--disable-warning=ExperimentalWarning', join(projectRoot, 'bench/api/host.ts')],
    {
      logFile: join(options.dataDir, 'bench-host.log'),
      cwd: projectRoot,
      env: { ...(process.env as Record<string, string>), MUSTER_BENCH: JSON.stringify(options) },
      endSignal: 'TERM',
      graceMs: 30_000,
      onMessage: (message) => hear(message as HostMessage),
    },
  )
  const ended = host.exited.then((): HostMessage => ({ kind: 'failed', reason: 'The host ended.' }))
  const message = await Promise.race([heard, ended])
  if (message.kind !== 'ready') {
    await host.end()
    throw new Error(message.kind === 'failed' ? message.reason : message.line)
  }
  return { ...message, stop: () => host.end() }
}
