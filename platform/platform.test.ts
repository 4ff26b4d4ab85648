import { describe, expect, test, vi } from 'vitest'
import { readApiEnv, readSolverEnv } from './env.ts'
import { uuidV7 } from './ids.ts'
import { hubLive } from './live.ts'
import { jsonLog } from './log.ts'
import { boundQueue, httpQueue } from './queue.ts'

describe('ids', () => {
  test('are UUIDs of version 7 with the time in front', () => {
    const id = uuidV7(Date.UTC(2100, 0, 1))
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2100, 0, 1))
  })

  test('sort in the order they were made, also within a millisecond and when the clock goes back', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => uuidV7(Date.UTC(2101, 0, 1) - (index % 2)))
    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('log', () => {
  test('withholds secrets by name and credentials inside addresses, however deep', () => {
    const lines: string[] = []
    const error = Object.assign(new Error('cannot reach postgres://app:pass1@host/db'), { code: 'X1' })
    jsonLog('api', (line) => lines.push(line)).error('failed', {
      error,
      headers: { Cookie: 'pass2' },
      authToken: 'pass3',
      n: 7n,
    })
    expect(lines[0]).not.toMatch(/pass\d/)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      service: 'api',
      event: 'failed',
      n: '7',
      error: { message: 'cannot reach postgres://[withheld]@host/db', code: 'X1' },
    })
  })
})

describe('queue', () => {
  test('sends nothing but ids through the binding', async () => {
    const send = vi.fn(async () => undefined)
    await boundQueue({ send }).send({ orgId: 'o', runId: 'r', ...{ extra: 1 } }, { delaySeconds: 5 })
    expect(send).toHaveBeenCalledWith({ orgId: 'o', runId: 'r' }, { delaySeconds: 5 })
  })

  test('over HTTP names account and queue, and rejects when the queue refuses', async () => {
    const requests: [string, RequestInit][] = []
    const answers = [new Response('{}'), new Response('no', { status: 403 })]
    const queue = httpQueue({ accountId: 'a', queueId: 'q', apiToken: 't' }, async (url, init) => {
      requests.push([String(url), init ?? {}])
      return answers.shift() ?? Response.error()
    })
    await queue.send({ orgId: 'o', runId: 'r' }, { delaySeconds: 3 })
    expect(requests[0]?.[0]).toMatch(/\/accounts\/a\/queues\/q\/messages$/)
    expect(JSON.parse(String(requests[0]?.[1].body))).toEqual({
      body: { orgId: 'o', runId: 'r' },
      content_type: 'json',
      delay_seconds: 3,
    })
    await expect(queue.send({ orgId: 'o', runId: 'r', part: 0 })).rejects.toThrow(/run r: HTTP 403/)
  })
})

describe('live', () => {
  test('an event that does not arrive is reported, never thrown', async () => {
    const lost: string[] = []
    const hubs = {
      idFromName: (name: string) => name,
      get: () => ({ fetch: () => Promise.reject(new Error('gone')) }),
    }
    await hubLive(hubs, (orgId, reason) => lost.push(`${orgId}: ${reason}`)).publish('o1', { type: 'roster' })
    expect(lost).toEqual(['o1: gone'])
  })
})

describe('env', () => {
  const raw = {
    DATABASE_URL: 'postgres://muster_app:x@db/muster',
    AUTH_DATABASE_URL: 'postgres://muster_auth:x@db/muster',
    AUTH_SECRET: 's'.repeat(32),
    PUBLIC_URL: 'https://muster.example/',
    RUNS: {},
  }

  test('is read once into names the code uses; bindings beside it do not matter', () => {
    expect(readApiEnv(raw)).toMatchObject({ publicUrl: 'https://muster.example', redis: null })
    expect(readSolverEnv({ ...raw, NEON_WS_PROXY: '127.0.0.1:1', PARTS_AT_ONCE: '10' })).toEqual({
      database: { databaseUrl: raw.DATABASE_URL, wsProxy: '127.0.0.1:1' },
      partsAtOnce: 10,
    })
    expect(readSolverEnv(raw).partsAtOnce).toBe(1)
  })

  test('names everything that is missing or wrong and never a value', () => {
    const wrong = { ...raw, DATABASE_URL: undefined, AUTH_SECRET: 'short-secret' }
    expect(() => readApiEnv(wrong)).toThrow(/DATABASE_URL.*AUTH_SECRET/)
    expect(() => readApiEnv(wrong)).not.toThrow(/short-secret/)
  })
})
