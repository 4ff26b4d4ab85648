import { afterEach, expect, test, vi } from 'vitest'
import type { LiveOptions } from './live.ts'
import { shareLive } from './shared-live.ts'
import type { LiveMessage } from './types.ts'

/** One browser: channels of the same name hear each other, a lock has one holder at a time. */
const browser = () => {
  const channels = new Map<string, Set<BroadcastChannel>>()
  const queues = new Map<string, Promise<void>>()
  const sockets: (LiveOptions & { isOpen: boolean })[] = []
  return {
    sockets,
    ports: {
      openChannel: (name: string) => {
        const peers = channels.get(name) ?? new Set()
        channels.set(name, peers)
        const channel = {
          onmessage: null as ((event: MessageEvent) => void) | null,
          postMessage: (data: unknown) => {
            if (!peers.has(channel as unknown as BroadcastChannel)) throw new Error('Channel is closed')
            for (const peer of peers) if (peer !== (channel as unknown)) peer.onmessage?.({ data } as MessageEvent)
          },
          close: () => void peers.delete(channel as unknown as BroadcastChannel),
        }
        peers.add(channel as unknown as BroadcastChannel)
        return channel as unknown as BroadcastChannel
      },
      lock: (name: string, _signal: AbortSignal, hold: () => Promise<void>) => {
        const before = queues.get(name) ?? Promise.resolve()
        // A browser grants a lock and calls back a moment later, whatever happened in between.
        const mine = before.then(() => hold())
        queues.set(name, mine)
        return mine
      },
      connect: (options: LiveOptions) => {
        const socket = { ...options, isOpen: true }
        sockets.push(socket)
        return () => {
          socket.isOpen = false
        }
      },
    },
  }
}
const site = (seq: number): LiveMessage => ({ type: 'changed', seq, entities: ['site'] })
const tabOf = ({ ports }: Pick<ReturnType<typeof browser>, 'ports'>, organisationId = 'o') => {
  const tab = { heard: [] as number[], connected: false }
  const leave = shareLive(
    {
      organisationId,
      onMessage: ({ seq }) => void tab.heard.push(seq),
      onConnected: (connected) => {
        tab.connected = connected
      },
    },
    ports,
  )
  return Object.assign(tab, { leave })
}
const turn = () => new Promise((resolve) => setTimeout(resolve))

afterEach(() => {
  vi.restoreAllMocks()
})

test('two tabs share one socket, and both hear', async () => {
  const place = browser()
  const [one, two] = [tabOf(place), tabOf(place)]
  await turn()
  expect(place.sockets).toHaveLength(1)
  place.sockets[0]?.onConnected(true)
  place.sockets[0]?.onMessage(site(1))
  expect([one.heard, two.heard, one.connected, two.connected]).toEqual([[1], [1], true, true])
})

test('when the tab with the socket leaves, the next one goes on after the last message heard', async () => {
  const place = browser()
  const [one, two] = [tabOf(place), tabOf(place)]
  await turn()
  place.sockets[0]?.onMessage(site(7))
  one.leave()
  await turn()
  expect(place.sockets.map(({ isOpen, after }) => [isOpen, after])).toEqual([
    [false, null],
    [true, 7],
  ])
  place.sockets[1]?.onMessage(site(8))
  expect([one.heard, two.heard]).toEqual([[7], [7, 8]])
})

test('a tab that opens later is told whether the channel delivers', async () => {
  const place = browser()
  tabOf(place)
  await turn()
  place.sockets[0]?.onConnected(true)
  expect(tabOf(place).connected).toBe(true)
})

test('a tab that leaves as its lock is granted opens nothing, and what its socket still says goes nowhere', async () => {
  const place = browser()
  tabOf(place).leave()
  await turn()
  expect(place.sockets).toEqual([])
  const tab = tabOf(place)
  await turn()
  tab.leave()
  place.sockets[0]?.onMessage(site(1))
  place.sockets[0]?.onConnected(false)
  const next = tabOf(place)
  await turn()
  expect([place.sockets.length, next.heard]).toEqual([2, []])
})

test('tabs of another organisation have a socket of their own', async () => {
  const place = browser()
  const [one, two] = [tabOf(place, 'a'), tabOf(place, 'b')]
  await turn()
  place.sockets[0]?.onMessage(site(1))
  expect([place.sockets.length, one.heard, two.heard]).toEqual([2, [1], []])
})

test('where tabs cannot hear each other each opens its own', () => {
  const place = browser()
  for (let n = 0; n < 2; n++) tabOf({ ports: { ...place.ports, lock: null as never } })
  expect(place.sockets).toHaveLength(2)
})
