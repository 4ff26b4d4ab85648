// The real hub in workerd, without the rest of the API: tests publish to it and open tabs by WebSocket.
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import { build } from 'vite'
import { WebSocket } from 'ws'
import type { LiveMessage } from '../../contract/rostering.ts'

const entry = fileURLToPath(new URL('hub-worker.ts', import.meta.url))
const workerName = 'hub'

/** Bundles the Worker and starts it; `newHub` gives an organisation of its own. Takes about a second. */
export async function startHub() {
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      cf: false,
      telemetry: { enabled: false },
      log: new Log(LogLevel.WARN),
      workers: [
        {
          name: workerName,
          modules: true,
          script: await bundle(),
          compatibilityDate: '2026-11-01',
          durableObjects: { LIVE: { className: 'LiveHub', useSQLite: true } },
        },
      ],
    }),
  )
  const { host } = await runtime.ready
  let serial = 0
  return {
    newHub: () => hubAt(runtime, host, `hub${++serial}`),
    stop: () => runtime.dispose(),
  }
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: entry, write: false, target: 'es2024' },
  })
  if (!('output' in built)) throw new Error('The bundle has more than one output.')
  return built.output[0].code
}

function hubAt(runtime: Miniflare, host: string, name: string) {
  return {
    /** Answers the number the event was told under. */
    async publish(event: object): Promise<number> {
      const response = await fetch(`http://${host}/publish?hub=${name}`, {
        method: 'POST',
        body: JSON.stringify(event),
      })
      return ((await response.json()) as { seq: number }).seq
    },
    connect: (query: string, closesAtMs = Date.now() + 60_000) =>
      openTab(`ws://${host}/connect?hub=${name}&closesAtMs=${closesAtMs}&${query}`),
    /** Takes the hub out of memory as an idle one is; its tabs stay open. */
    hibernate: () => runtime.unsafeEvictDurableObject(workerName, 'LiveHub', { name, webSockets: 'hibernate' }),
  }
}

async function openTab(url: string) {
  const socket = new WebSocket(url)
  const heard: LiveMessage[] = []
  const pongs = new EventTarget()
  socket.on('message', (data) => {
    if (String(data) === 'pong') pongs.dispatchEvent(new Event('pong'))
    else heard.push(JSON.parse(String(data)))
  })
  const closed = once(socket, 'close').then(([code]) => code as number)
  await once(socket, 'open')
  return {
    /** What was told so far: the runtime answers `ping` after everything that was sent before. */
    async heard(): Promise<LiveMessage[]> {
      if (socket.readyState === WebSocket.OPEN) {
        const pong = once(pongs, 'pong')
        socket.send('ping')
        await pong
      }
      return heard
    },
    /** The code the hub closed with. Its frame is enough: the runtime keeps the connection for seconds more. */
    async closedWith(): Promise<number> {
      while (socket.readyState === WebSocket.OPEN) await delay(5)
      socket.terminate()
      return closed
    },
  }
}
