import { expect, test } from 'vitest'
import { LocalLimiter } from './local-limiter.ts'

const limit = { requestsMax: 2, windowSeconds: 60 }

test('passes as many as allowed in a window, names its end, and begins anew after it', () => {
  const limiter = new LocalLimiter()
  const remaining = (nowMs: number) => limiter.count('a', limit, nowMs).remaining
  expect([0, 1000, 2000, 59_999].map(remaining)).toEqual([1, 0, -1, -2])
  expect(limiter.count('a', limit, 59_999).resetMs).toBe(60_000)
  expect(limiter.count('a', limit, 60_000)).toEqual({ remaining: 1, resetMs: 120_000 })
})

test('keys do not share a count', () => {
  const limiter = new LocalLimiter()
  expect(['a', 'b', 'a', 'b'].map((key) => limiter.count(key, limit, 0).remaining)).toEqual([1, 1, 0, 0])
})

test('a flood of keys does not grow it without end', () => {
  const limiter = new LocalLimiter()
  for (let n = 0; n < 12_000; n++) limiter.count(`key-${n}`, limit, 0)
  // The oldest were forgotten: their count begins anew.
  expect(limiter.count('key-0', limit, 0).remaining).toBe(1)
  expect(limiter.count('key-11999', limit, 0).remaining).toBe(0)
})
