// One hub per organisation: it numbers what happened and tells every open tab. Tabs sleep with it (hibernating WebSockets).
import type {
  DurableObjectState,
  Response as WorkersResponse,
  WebSocket as WorkersWebSocket,
} from '@cloudflare/workers-types'
import type { LiveMessage } from '../contract/rostering.ts'
import { shownTo } from './shown-to.ts'

/** Messages kept for tabs that return with `?after=`. */
const keptMax = 500
const tabsMax = 2000
const incomingCharsMax = 64

/** What a message is about, in permissions that its readers have. */
type Needs = 'runs:read' | 'people:read'
/** Remembered with a socket through hibernation. */
type Tab = { sees: readonly string[]; closesAtMs: number }

/** What is told without its number; the hub alone counts. */
type Event = { type: LiveMessage['type']; needs?: Needs }

/**
 * Durable Object, reachable by binding only. `POST /publish` with an event numbers and tells it to those who see what it needs; a
 * WebSocket upgrade to `/connect?after=SEQ&sees=…&closesAtMs=…` opens a tab. The first frame is `hello` with the number it goes on
 * from: that of `after`, and what the tab missed follows. Where that is no longer kept it is `reload`.
 */
export class LiveHub {
  readonly #state: DurableObjectState

  constructor(state: DurableObjectState) {
    this.#state = state
    state.storage.sql.exec('CREATE TABLE IF NOT EXISTS told (seq INTEGER PRIMARY KEY, needs TEXT, body TEXT NOT NULL)')
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
    return Number(this.#state.storage.sql.exec('SELECT coalesce(max(seq), 0) AS seq FROM told').one().seq)
  }

  #publish({ needs = undefined, ...event }: Event): number {
    return this.#tell(event, needs ?? (event.type === 'run' ? 'runs:read' : undefined))
  }

  #tell(event: Event, needs: Needs | undefined): number {
    const seq = this.#newest + 1
    const body = JSON.stringify({ ...event, seq })
    this.#state.storage.sql.exec('INSERT INTO told (seq, needs, body) VALUES (?, ?, ?)', seq, needs ?? null, body)
    this.#state.storage.sql.exec('DELETE FROM told WHERE seq <= ?', seq - keptMax)
    for (const socket of this.#state.getWebSockets()) {
      const tab = socket.deserializeAttachment() as Tab
      if (tab.closesAtMs <= Date.now()) socket.close(4001, 'Connect again')
      else if (maySee(tab, needs)) socket.send(shownTo(tab.sees, body))
    }
    return seq
  }

  #connect(query: URLSearchParams): WorkersResponse {
    if (this.#state.getWebSockets().length >= tabsMax) {
      return new Response('Too many open tabs', { status: 503 }) as unknown as WorkersResponse
    }
    const { 0: client, 1: server } = new WebSocketPair()
    const tab: Tab = { sees: query.getAll('sees'), closesAtMs: Number(query.get('closesAtMs')) }
    this.#state.acceptWebSocket(server)
    server.serializeAttachment(tab)
    for (const body of this.#greeting(query.get('after'), tab)) server.send(body)
    return new Response(null, { status: 101, webSocket: client } as ResponseInit) as unknown as WorkersResponse
  }

  #greeting(after: string | null, tab: Tab): string[] {
    const newest = this.#newest
    if (after === null) return [JSON.stringify({ type: 'hello', seq: newest })]
    const seen = /^\d{1,15}$/.test(after) ? Number(after) : Number.NaN
    if (!(seen <= newest && seen >= newest - keptMax)) return [JSON.stringify({ type: 'reload', seq: newest })]
    const rows = this.#state.storage.sql.exec<{ needs: string | null; body: string }>(
      'SELECT needs, body FROM told WHERE seq > ? ORDER BY seq',
      seen,
    )
    const missed = [...rows].filter(({ needs }) => maySee(tab, needs)).map(({ body }) => shownTo(tab.sees, body))
    return [JSON.stringify({ type: 'hello', seq: seen }), ...missed]
  }
}

const maySee = ({ sees }: Tab, needs: string | null | undefined): boolean => !needs || sees.includes(needs)
