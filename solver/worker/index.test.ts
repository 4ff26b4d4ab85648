import { describe, expect, test, vi } from 'vitest'
import worker from './index.ts'

// Port 9 (discard): nothing answers there, as when the database is away.
const env = {
  DATABASE_URL: 'postgres://muster_app:x@127.0.0.1:9/muster',
  NEON_HTTP_PROXY: '127.0.0.1:9',
  NEON_WS_PROXY: '127.0.0.1:9',
  RUNS: { send: async () => undefined },
  LIVE: { idFromName: (name: string) => name, get: () => ({ fetch: async () => new Response() }) },
}
const messageOf = (body: unknown) => ({ body, ack: vi.fn(), retry: vi.fn() })

describe('queue', () => {
  test('a message that names no run is logged and not delivered again', async () => {
    const message = messageOf({ runId: 7 })
    await worker.queue({ messages: [message] }, env)
    expect(message.ack).toHaveBeenCalledOnce()
    expect(message.retry).not.toHaveBeenCalled()
  })

  test('a message is delivered again when the database does not answer', async () => {
    const message = messageOf({
      orgId: '01900000-0000-7000-8000-000000000001',
      runId: '01900000-0000-7000-8000-000000000002',
    })
    await worker.queue({ messages: [message] }, env)
    expect(message.retry).toHaveBeenCalledWith({ delaySeconds: 5 })
    expect(message.ack).not.toHaveBeenCalled()
  })
})
