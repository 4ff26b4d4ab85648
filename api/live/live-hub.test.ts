// The hub's numbers and its memory, on a real SQLite with sockets that only listen.
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { LiveHub } from './live-hub.ts'

class Socket {
  readonly heard: { type: string; seq: number }[] = []
  closed: number | null = null
  #attachment: unknown = null
  send = (body: string) => void this.heard.push(JSON.parse(body))
  close(code: number): void {
    this.closed = code
  }
  serializeAttachment(value: unknown): void {
    this.#attachment = value
  }
  deserializeAttachment = () => this.#attachment
}

let sockets: Socket[] = []
let hub: LiveHub
beforeEach(() => {
  sockets = []
  const db = new DatabaseSync(':memory:')
  const exec = (query: string, ...values: (string | number | null)[]) => {
    const statement = db.prepare(query)
    if (query.startsWith('SELECT')) {
      const rows = statement.all(...values)
      return Object.assign(rows, { one: () => rows[0] })
    }
    return statement.run(...values)
  }
  const state = {
    storage: { sql: { exec } },
    getWebSockets: () => sockets,
    acceptWebSocket: (socket: Socket) => void sockets.push(socket),
    setWebSocketAutoResponse: () => undefined,
  }
  vi.stubGlobal('WebSocketRequestResponsePair', class {})
  vi.stubGlobal(
    'WebSocketPair',
    class {
      0 = new Socket()
      1 = new Socket()
    },
  )
  // Node refuses status 101.
  vi.stubGlobal('Response', Object.assign(class {}, { json: (body: unknown) => ({ body }) }))
  hub = new LiveHub(state as unknown as ConstructorParameters<typeof LiveHub>[0])
})
afterAll(() => {
  vi.unstubAllGlobals()
})

const publish = (event: object) =>
  hub.fetch(new Request('https://hub/publish', { method: 'POST', body: JSON.stringify(event) }))
const connect = async (query: string, closesAtMs = Date.now() + 60_000): Promise<Socket> => {
  const url = `https://hub/connect?closesAtMs=${closesAtMs}&${query}`
  await hub.fetch({ url, method: 'GET', headers: new Headers({ Upgrade: 'websocket' }) } as Request)
  const socket = sockets.at(-1)
  if (!socket) throw new Error('Nobody connected.')
  return socket
}
const numbers = ({ heard }: Socket) => heard.map(({ type, seq }) => [type, seq])

test('an open tab hears each message once, numbered without gaps', async () => {
  const tab = await connect('')
  for (let n = 0; n < 3; n++) await publish({ type: 'changed', entities: ['site'] })
  expect(numbers(tab)).toEqual([
    ['hello', 0],
    ['changed', 1],
    ['changed', 2],
    ['changed', 3],
  ])
})

test('a tab that comes back is told what it missed, and nothing it may not see', async () => {
  await publish({ type: 'changed', entities: ['site'] })
  await publish({ type: 'run', runId: 'r' })
  await publish({ type: 'changed', entities: ['employee'], needs: 'people:read' })
  await publish({ type: 'roster', rosterId: 'x' })
  expect(numbers(await connect('after=1&sees=runs:read&sees=people:read'))).toEqual([
    ['hello', 1],
    ['run', 2],
    ['changed', 3],
    ['roster', 4],
  ])
  expect(numbers(await connect('after=1'))).toEqual([
    ['hello', 1],
    ['roster', 4],
  ])
  expect(numbers(await connect('after=4'))).toEqual([['hello', 4]])
})

test('a tab away for longer than messages are kept, or with a number never told, is told to reload', async () => {
  for (let n = 0; n < 510; n++) await publish({ type: 'changed', entities: ['site'] })
  expect(numbers(await connect('after=9'))).toEqual([['reload', 510]])
  expect((await connect('after=10')).heard).toHaveLength(501)
  for (const after of ['511', 'x', '-1']) expect(numbers(await connect(`after=${after}`))).toEqual([['reload', 510]])
  expect(numbers(await connect(''))).toEqual([['hello', 510]])
})

test('a tab whose time is over hears nothing more and is asked to connect again', async () => {
  const tab = await connect('', Date.now() - 1)
  await publish({ type: 'changed', entities: ['site'] })
  expect([tab.closed, numbers(tab)]).toEqual([4001, [['hello', 0]]])
})

test('what a message needs is not told with it', async () => {
  const tab = await connect('sees=people:read')
  await publish({ type: 'changed', entities: ['employee'], needs: 'people:read' })
  expect(tab.heard[1]).toEqual({ type: 'changed', entities: ['employee'], seq: 1 })
})
