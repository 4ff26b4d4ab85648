// The latest kept answers once more in this process: what was asked a moment ago needs no way to Redis and no reading of JSON.
import type { Cache } from './cache.ts'

const msMax = 60_000
/** An isolate has 128 MB for everything; texts count about two bytes a character as values. */
const charsMax = 8_000_000
const charsOfOneMax = 400_000

interface Kept {
  value: unknown
  chars: number
  untilMs: number
}

/**
 * `behind` with a small memory in front, a minute at most and the least recently used forgotten first. Right for keys under which an
 * answer never changes, as `Cache` asks for. Values are shared by all who ask: nobody may change one. Only values are kept, never
 * promises: a Worker must not wait for another request's work.
 */
export const inMemory = (behind: Cache, nowMs: () => number = Date.now): Cache => {
  const kept = new Map<string, Kept>()
  let charsHeld = 0
  const forget = (key: string, { chars }: Kept) => {
    kept.delete(key)
    charsHeld -= chars
  }
  const remember = (key: string, value: unknown, ttlSeconds: number) => {
    const chars = key.length + (JSON.stringify(value)?.length ?? 0)
    const known = kept.get(key)
    if (known) forget(key, known)
    if (chars > charsOfOneMax) return
    kept.set(key, { value, chars, untilMs: nowMs() + Math.min(msMax, ttlSeconds * 1000) })
    charsHeld += chars
    for (const [oldest, its] of kept) {
      if (charsHeld <= charsMax) break
      forget(oldest, its)
    }
  }
  return {
    async read<T>(key: string, ttlSeconds: number, compute: () => Promise<T>) {
      const known = kept.get(key)
      if (known && known.untilMs > nowMs()) {
        kept.delete(key)
        kept.set(key, known)
        return { value: known.value as T, source: 'hit' }
      }
      const found = await behind.read(key, ttlSeconds, compute)
      remember(key, found.value, ttlSeconds)
      return found
    },
  }
}
