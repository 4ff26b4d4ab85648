// One socket for all tabs of a browser: the tab that holds the lock keeps it and passes on what it hears; when it closes, the next
// one goes on after the last message that anybody heard.
import { connectLive, type LiveOptions } from './live.ts'
import type { LiveMessage } from './types.ts'

type Passed =
  | { kind: 'message'; message: LiveMessage }
  | { kind: 'connected'; connected: boolean }
  | { kind: 'anybody' }

/** What a browser offers; tests bring their own. */
export interface SharingPorts {
  /** Null where tabs cannot hear each other: each has a socket of its own. */
  openChannel: ((name: string) => BroadcastChannel) | null
  /** Runs `hold` once the lock is ours, and keeps it until the promise settles or `signal` aborts. */
  lock: ((name: string, signal: AbortSignal, hold: () => Promise<void>) => Promise<void>) | null
  connect: typeof connectLive
}

const browserPorts = (): SharingPorts => ({
  openChannel: typeof BroadcastChannel === 'undefined' ? null : (name) => new BroadcastChannel(name),
  lock: navigator.locks ? (name, signal, hold) => navigator.locks.request(name, { signal }, hold) : null,
  connect: connectLive,
})

/** Opens the channel or listens to the tab that has it open; the function returned leaves. */
export const shareLive = (
  options: LiveOptions,
  { openChannel, lock, connect }: SharingPorts = browserPorts(),
): (() => void) => {
  if (openChannel === null || lock === null) return connect(options)
  const name = `muster-live-${options.organisationId}`
  const channel = openChannel(name)
  const leaving = new AbortController()
  let seen = options.after ?? null
  let isConnected = false

  const hear = (message: LiveMessage): void => {
    seen = message.seq
    options.onMessage(message)
  }
  const stand = (connected: boolean): void => {
    isConnected = connected
    options.onConnected(connected)
  }
  /** A socket that is closing may still have a frame or two. */
  const pass = (passed: Passed): void => {
    if (!leaving.signal.aborted) channel.postMessage(passed)
  }
  let isHolder = false
  channel.onmessage = ({ data }: MessageEvent<Passed>) => {
    if (data.kind === 'anybody') {
      if (isHolder) pass({ kind: 'connected', connected: isConnected })
    } else if (data.kind === 'connected') stand(data.connected)
    else hear(data.message)
  }
  pass({ kind: 'anybody' })

  /** Until this tab leaves; a lock may still be granted to one that has just left. */
  const hold = async (): Promise<void> => {
    if (leaving.signal.aborted) return
    isHolder = true
    const close = connect({
      ...options,
      after: seen,
      onMessage: (message) => {
        hear(message)
        pass({ kind: 'message', message })
      },
      onConnected: (connected) => {
        stand(connected)
        pass({ kind: 'connected', connected })
      },
    })
    return new Promise((resolve) => {
      leaving.signal.addEventListener('abort', () => {
        close()
        resolve()
      })
    })
  }
  // Leaving while still waiting for the lock rejects the request: that is how one stops waiting.
  lock(name, leaving.signal, hold).catch(() => undefined)
  return () => {
    leaving.abort()
    channel.close()
  }
}
