import { Redis } from '@upstash/redis'
import { expect, test, vi } from 'vitest'
import { countRequest } from './rate-limit.ts'

const limit = { name: 'test', requestsMax: 3, windowSeconds: 60 }

test('while Redis is away limits are kept here, and it is not asked again for a while', async () => {
  const asked = vi.fn(() => Promise.reject(new Error('connection refused')))
  vi.stubGlobal('fetch', asked)
  const redis = new Redis({ url: 'http://127.0.0.1:9', token: 't', retry: false, enableTelemetry: false })
  let nowMs = 1_000_000
  const warn = vi.fn()
  const place = { redis, clock: { now: () => new Date(nowMs) }, log: { info: warn, warn, error: warn } }
  const count = () =>
    countRequest(place, limit, 'ada').then(
      () => 'passed',
      (error: Error) => error.message,
    )
  expect([await count(), await count(), await count()]).toEqual(['passed', 'passed', 'passed'])
  expect(await count()).toContain('Try again in 60 seconds')
  const askedFirst = asked.mock.calls.length
  expect(warn).toHaveBeenCalledTimes(1)
  nowMs += 11_000
  await count()
  expect(asked.mock.calls.length).toBeGreaterThan(askedFirst)
  vi.unstubAllGlobals()
})
