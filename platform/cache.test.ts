import { expect, test, vi } from 'vitest'
import { noCache, redisCache } from './cache.ts'

/** A Redis of one process: what is set is there until it is deleted. */
const memory = () => {
  const kept = new Map<string, unknown>()
  const store = {
    kept,
    isAway: false,
    calls: 0,
    get: async (key: string) => answer(() => JSON.parse(String(kept.get(key) ?? null))),
    set: async (key: string, value: unknown, options?: { nx?: boolean }) =>
      answer(() => {
        if (options?.nx && kept.has(key)) return null
        kept.set(key, value)
        return 'OK'
      }),
    del: async (key: string) => answer(() => Number(kept.delete(key))),
  }
  const answer = <T>(work: () => T): T => {
    store.calls++
    if (store.isAway) throw new Error('connection refused')
    return work()
  }
  return store
}
const cacheIn = (store: ReturnType<typeof memory>, options = {}) =>
  redisCache(store as unknown as Parameters<typeof redisCache>[0], options)

test('what was computed once is kept under its key, and another key is another answer', async () => {
  const cache = cacheIn(memory())
  const compute = vi.fn(async () => ({ n: 1 }))
  expect(await cache.read('a', 60, compute)).toEqual({ value: { n: 1 }, source: 'miss' })
  expect(await cache.read('a', 60, compute)).toEqual({ value: { n: 1 }, source: 'hit' })
  expect(await cache.read('b', 60, compute)).toEqual({ value: { n: 1 }, source: 'miss' })
  expect(compute).toHaveBeenCalledTimes(2)
})

test('also nothing is an answer that is kept', async () => {
  const cache = cacheIn(memory())
  const compute = vi.fn(async () => null)
  await cache.read('a', 60, compute)
  expect(await cache.read('a', 60, compute)).toEqual({ value: null, source: 'hit' })
  expect(compute).toHaveBeenCalledTimes(1)
})

test('of many who ask at once one computes and all get its answer', async () => {
  const store = memory()
  let finish = (_n: number): void => undefined
  const compute = vi.fn(() => new Promise<number>((resolve) => (finish = resolve)))
  // Different isolates, one Redis.
  const asked = Array.from({ length: 20 }, () => cacheIn(store).read('a', 60, compute))
  await vi.waitFor(() => expect(compute).toHaveBeenCalled())
  finish(7)
  expect(new Set((await Promise.all(asked)).map(({ value }) => value))).toEqual(new Set([7]))
  expect(compute).toHaveBeenCalledTimes(1)
})

test('a computation that fails is kept for nobody, and the next one who asks tries anew', async () => {
  const store = memory()
  const cache = cacheIn(store)
  await expect(cache.read('a', 60, () => Promise.reject(new Error('no such roster')))).rejects.toThrow('no such roster')
  expect(store.kept.size).toBe(0)
  expect(await cache.read('a', 60, async () => 1)).toEqual({ value: 1, source: 'miss' })
})

test('while Redis is away everybody computes, and it is not asked again for a while', async () => {
  const store = memory()
  let nowMs = 0
  const onAway = vi.fn()
  const cache = cacheIn(store, { onAway, nowMs: () => nowMs })
  store.isAway = true
  expect(await cache.read('a', 60, async () => 1)).toEqual({ value: 1, source: 'off' })
  const { calls } = store
  expect(await cache.read('a', 60, async () => 2)).toEqual({ value: 2, source: 'off' })
  expect(store.calls).toBe(calls)
  expect(onAway).toHaveBeenCalledTimes(1)
  store.isAway = false
  nowMs = 11_000
  expect(await cache.read('a', 60, async () => 3)).toEqual({ value: 3, source: 'miss' })
})

test('a Redis that is lost between the question and the answer costs nothing but the keeping', async () => {
  const store = memory()
  const cache = cacheIn(store)
  const compute = async () => {
    store.isAway = true
    return 5
  }
  expect(await cache.read('a', 60, compute)).toEqual({ value: 5, source: 'miss' })
})

test('an answer too long for one request is computed each time, and Redis is not thought away for it', async () => {
  const store = memory()
  const cache = cacheIn(store)
  const long = 'x'.repeat(1_000_000)
  for (let n = 0; n < 2; n++) expect((await cache.read('long', 60, async () => long)).source).toBe('miss')
  await cache.read('short', 60, async () => 1)
  expect((await cache.read('short', 60, async () => 1)).source).toBe('hit')
})

test('a hit is one request and a miss waits for two, however slow the keeping is', async () => {
  const store = memory()
  let requests = 0
  let isOpen = false
  // Commands given in one turn travel together.
  const counting = new Proxy(store, {
    get: (target, name: keyof typeof store) => {
      if (name === 'get' || name === 'set' || name === 'del') {
        if (!isOpen) {
          isOpen = true
          requests++
          queueMicrotask(() => {
            isOpen = false
          })
        }
      }
      return target[name]
    },
  })
  const later: Promise<unknown>[] = []
  const cache = cacheIn(counting, { later: (work: Promise<unknown>) => later.push(work) })
  expect((await cache.read('a', 60, async () => 1)).source).toBe('miss')
  expect([requests, later.length]).toEqual([3, 1])
  await Promise.all(later)
  expect((await cache.read('a', 60, async () => 1)).source).toBe('hit')
  expect(requests).toBe(4)
  expect([...store.kept.keys()]).toEqual(['a'])
})

test('without Redis each answer is computed', async () => {
  expect(await noCache.read('a', 60, async () => 1)).toEqual({ value: 1, source: 'off' })
})
