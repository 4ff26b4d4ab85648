import { expect, test, vi } from 'vitest'
import { type Cache, noCache } from './cache.ts'
import { inMemory } from './memory-cache.ts'

/** Answers each question anew and counts how often it was asked. */
const counted = () => {
  const read = vi.fn(noCache.read)
  return { read, cache: { read } as Cache }
}

test('what was just answered is answered again without asking behind, for a minute or its own shorter time', async () => {
  const { read, cache } = counted()
  let nowMs = 0
  const memory = inMemory(cache, () => nowMs)
  const ask = async (key: string, ttlSeconds: number) => (await memory.read(key, ttlSeconds, async () => nowMs)).value
  expect([await ask('long', 600), await ask('short', 5)]).toEqual([0, 0])
  nowMs = 4_999
  expect([await ask('long', 600), await ask('short', 5)]).toEqual([0, 0])
  nowMs = 5_000
  expect([await ask('long', 600), await ask('short', 5)]).toEqual([0, 5_000])
  nowMs = 60_000
  expect(await ask('long', 600)).toBe(60_000)
  expect(read).toHaveBeenCalledTimes(4)
})

test('a hit says so, and another key is another answer', async () => {
  const memory = inMemory(noCache)
  expect(await memory.read('a', 60, async () => 1)).toEqual({ value: 1, source: 'off' })
  expect(await memory.read('a', 60, async () => 2)).toEqual({ value: 1, source: 'hit' })
  expect(await memory.read('b', 60, async () => 2)).toEqual({ value: 2, source: 'off' })
})

test('a failure is kept for nobody', async () => {
  const memory = inMemory(noCache)
  await expect(memory.read('a', 60, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect((await memory.read('a', 60, async () => 1)).value).toBe(1)
})

test('it stays small: the least recently used is forgotten first, and what is very long is not kept', async () => {
  const { read, cache } = counted()
  const memory = inMemory(cache)
  const ask = (key: string, chars: number) => memory.read(key, 60, async () => 'x'.repeat(chars))
  await ask('huge', 500_000)
  await ask('huge', 500_000)
  expect(read).toHaveBeenCalledTimes(2)
  for (let n = 0; n < 25; n++) {
    await ask(`k${n}`, 390_000)
    await ask('often', 390_000)
  }
  read.mockClear()
  await ask('often', 390_000)
  await ask('k24', 390_000)
  expect(read).not.toHaveBeenCalled()
  await ask('k0', 390_000)
  expect(read).toHaveBeenCalledTimes(1)
})
