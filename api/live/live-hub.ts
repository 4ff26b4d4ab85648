// One hub per organisation: it numbers what happened and tells every open tab. Tabs sleep with it (hibernating WebSockets).
import type {
  DurableObjectState,
  Response as WorkersResponse,
  WebSocket as WorkersWebSocket,
} from '@cloudflare/workers-types'
import type { LiveMessage } from '../contract/rostering.ts'

/** Messages kept for tabs that return with `?since=`. */
const keptMax = 200
const tabsMax = 2000
const incomingCharsMax = 64

/** Remembered with a socket through hibernation. */
type Tab = { seesRuns: boolean; closesAtMs: number }

/** What is told without its number; the hub alone counts. */
type Event = { type: LiveMessage['type'] }

/**
 * Durable Object, reachable by binding only. `POST /publish` with an event numbers and tells it; a WebSocket upgrade to
 * `/connect?since=SEQ&runs=1&closesAtMs=…` opens a tab. The first frame is `hello`: its `seq` equals `since` when nothing was
 * lost (missed messages follow), else it is the newest and the tab must load everything again.
 */
export class LiveHub {
  readonly #state: DurableObjectState

  constructor(state: DurableObjectState) {
    this.#state = state
    state.storage.sql.exec('CREATE TABLE IF NOT EXISTS messages (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)')
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  }

  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url)
    if (url.pathname === '/publish' && request.method === 'POST') {
      return Response.json({ seq: this.#publish((await request.json()) as Event) })
    }
    if (url.pathname === '/connect' && request.headers.get('Upgrade')?.toLowerCase() === 'websocket') {
      return this.#connect(url.searchParams) as unknown as Response
    }
    return new Response('Not found', { status: 404 })
  }

  /** Tabs only listen; one that talks at length is not ours. */
  webSocketMessage(socket: WorkersWebSocket, message: string | ArrayBuffer): void {
    if (typeof message !== 'string' || message.length > incomingCharsMax) socket.close(1009, 'This socket only tells')
  }

  webSocketClose(socket: WorkersWebSocket, code: number): void {
    // 1005 and 1006 say that no code came; they must not be sent back.
    socket.close(code === 1005 || code === 1006 ? 1000 : code, 'Closed')
  }

  get #newest(): number {
    return Number(this.#state.storage.sql.exec('SELECT coalesce(max(seq), 0) AS seq FROM messages').one().seq)
  }

  #publish(event: Event): number {
    const seq = this.#newest + 1
    const body = JSON.stringify({ ...event, seq })
    this.#state.storage.sql.exec('INSERT INTO messages (seq, body) VALUES (?, ?)', seq, body)
    this.#state.storage.sql.exec('DELETE FROM messages WHERE seq <= ?', seq - keptMax)
    for (const socket of this.#state.getWebSockets()) {
      const tab = socket.deserializeAttachment() as Tab
      if (tab.closesAtMs <= Date.now()) socket.close(4001, 'Connect again')
      else if (tab.seesRuns || event.type !== 'run') socket.send(body)
    }
    return seq
  }

  #connect(query: URLSearchParams): WorkersResponse {
    if (this.#state.getWebSockets().length >= tabsMax) {
      return new Response('Too many open tabs', { status: 503 }) as unknown as WorkersResponse
    }
    const { 0: client, 1: server } = new WebSocketPair()
    const tab: Tab = { seesRuns: query.get('runs') === '1', closesAtMs: Number(query.get('closesAtMs')) }
    this.#state.acceptWebSocket(server)
    server.serializeAttachment(tab)
    const { hello, missed } = this.#since(query.get('since'), tab)
    server.send(JSON.stringify({ type: 'hello', seq: hello }))
    for (const body of missed) server.send(body)
    return new Response(null, { status: 101, webSocket: client } as ResponseInit) as unknown as WorkersResponse
  }

  #since(since: string | null, tab: Tab): { hello: number; missed: string[] } {
    const newest = this.#newest
    const seen = since === null || !/^\d{1,15}$/.test(since) ? Number.NaN : Number(since)
    if (!(seen <= newest && seen >= newest - keptMax)) return { hello: newest, missed: [] }
    const rows = this.#state.storage.sql.exec<{ body: string }>(
      'SELECT body FROM messages WHERE seq > ? ORDER BY seq',
      seen,
    )
    const missed = [...rows].map(({ body }) => body)
    return { hello: seen, missed: tab.seesRuns ? missed : missed.filter((body) => !body.includes('"type":"run"')) }
  }
}
