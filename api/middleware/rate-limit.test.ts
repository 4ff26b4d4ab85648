import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Redis } from '@upstash/redis'
import { expect, onTestFinished, test, vi } from 'vitest'
import { RateLimited } from '../errors.ts'
import { countRequest, limitHeaders, limitOf } from './rate-limit.ts'

const limit = { name: 'test', requestsMax: 3, windowSeconds: 60 }

test('while Redis is away limits are kept here, and it is not asked again for a while', async () => {
  let asked = 0
  const server = createServer(({ socket }) => {
    asked++
    socket.destroy()
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const redis = new Redis({ url, token: 't', retry: false, enableTelemetry: false })
  let nowMs = 1_000_000
  const warn = vi.fn()
  const place = { redis, clock: { now: () => new Date(nowMs) }, log: { info: warn, warn, error: warn } }
  const count = () =>
    countRequest(place, limit, 'ada').then(
      ({ remaining }) => remaining,
      (error: Error) => error.message,
    )
  expect(await count()).toBe(2)
  const askedFirst = asked
  expect(askedFirst).toBeGreaterThan(0)
  expect([await count(), await count()]).toEqual([1, 0])
  expect(await count()).toContain('Try again in 60 seconds')
  expect(asked).toBe(askedFirst)
  expect(warn).toHaveBeenCalledTimes(1)
  nowMs += 11_000
  await count()
  expect(asked).toBeGreaterThan(askedFirst)
})

test('who is refused is told the limit and when to come back', async () => {
  const warn = vi.fn()
  const place = { redis: null, clock: { now: () => new Date(0) }, log: { info: warn, warn, error: warn } }
  for (let n = 0; n < 3; n++) await countRequest(place, limit, 'bo')
  const error = await countRequest(place, limit, 'bo').catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(RateLimited)
  expect((error as RateLimited).headers).toEqual({
    'Retry-After': '60',
    'RateLimit-Policy': '"test";q=3;w=60',
    RateLimit: '"test";r=0;t=60',
  })
})

test('roles and tiers decide how much is taken', () => {
  const max = (role: 'owner' | 'employee' | null, tier: 'free' | 'standard' | 'large') =>
    limitOf({ role, tier }).requestsMax
  expect([max('owner', 'standard'), max('employee', 'standard'), max(null, 'standard')]).toEqual([1000, 500, 500])
  expect([max('owner', 'free'), max('employee', 'large')]).toEqual([500, 2000])
  const standing = { limit: limitOf({ role: null, tier: 'free' }), remaining: 7, resetSeconds: 3 }
  expect(limitHeaders(standing).RateLimit).toBe('"signed-in";r=7;t=3')
})
