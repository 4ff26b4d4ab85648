// The organisation's live channel: a WebSocket that comes back by itself and is told what it missed. Who hears nothing polls.
import type { LiveMessage } from './types.ts'

export interface LiveOptions {
  organisationId: string
  /** Newest number that was heard before, by whoever held the channel; null for none. */
  after?: number | null
  onMessage(message: LiveMessage): void
  /** True while frames can arrive; pages poll faster while it is false. */
  onConnected(connected: boolean): void
}

const retryMs = (attempt: number): number => Math.min(15_000, 500 * 2 ** attempt) * (0.75 + Math.random() / 2)

const parse = (data: unknown): LiveMessage | null => {
  if (typeof data !== 'string') return null
  try {
    return JSON.parse(data) as LiveMessage
  } catch {
    return null
  }
}

/** Opens the channel; the function returned closes it for good. */
export const connectLive = ({ organisationId, after = null, onMessage, onConnected }: LiveOptions): (() => void) => {
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  let seen = after
  let closed = false

  const open = (): void => {
    const url = new URL('/api/v1/live', window.location.href)
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
    url.searchParams.set('organisationId', organisationId)
    if (seen !== null) url.searchParams.set('after', String(seen))
    socket = new WebSocket(url)
    socket.onmessage = (event) => {
      const message = parse(event.data)
      if (!message) return
      attempt = 0
      onConnected(true)
      seen = message.seq
      onMessage(message)
    }
    socket.onclose = () => {
      onConnected(false)
      if (!closed) timer = setTimeout(open, retryMs(attempt++))
    }
  }

  open()
  return () => {
    closed = true
    clearTimeout(timer)
    if (socket) socket.onmessage = null
    socket?.close()
  }
}
