import type { Redis } from '@upstash/redis/cloudflare'

/** Where an answer came from: kept, computed and kept, or computed because there is nothing to keep it in. */
export type CacheSource = 'hit' | 'miss' | 'off'

/** Keeps answers for a while. Whoever asks names a key under which the answer never changes: the cache knows no staleness. */
export interface Cache {
  /** The value under `key`, or what `compute` makes of it. Rejects only as `compute` does. */
  read<T>(key: string, ttlSeconds: number, compute: () => Promise<T>): Promise<{ value: T; source: CacheSource }>
}

/** For places without Redis. */
export const noCache: Cache = { read: async (_key, _ttl, compute) => ({ value: await compute(), source: 'off' }) }

type Store = Pick<Redis, 'get' | 'set' | 'del'>
interface Options {
  /** Hears once when Redis stops answering. */
  onAway?: (reason: string) => void
  nowMs?: () => number
}

const answerMsMax = 400
const pauseMs = 10_000
const lockMs = 10_000
const waitMsMax = 3_000
const pollMs = 40
/** What one request to Redis may carry; longer answers are computed each time. */
const charsMax = 900_000

/**
 * Answers kept in Redis as JSON. Of many who ask at once one computes and the others wait for it, three seconds at most. A Redis that
 * is away or slow is left alone for ten seconds: everybody computes, slower and just as right.
 */
export function redisCache(redis: Store, { onAway = () => undefined, nowMs = Date.now }: Options = {}): Cache {
  let awayUntilMs = 0
  /** Undefined when Redis did not answer in time. */
  const ask = async <T>(command: () => Promise<T>): Promise<T | undefined> => {
    if (nowMs() < awayUntilMs) return undefined
    try {
      return await inTime(command())
    } catch (error) {
      awayUntilMs = nowMs() + pauseMs
      onAway(error instanceof Error ? error.message : String(error))
      return undefined
    }
  }
  return {
    async read<T>(key: string, ttlSeconds: number, compute: () => Promise<T>) {
      for (let waitedMs = 0; ; waitedMs += pollMs) {
        const kept = await ask(() => redis.get<{ value: T }>(key))
        if (kept) return { value: kept.value, source: 'hit' }
        const claim = kept === null ? await ask(() => redis.set(`${key}:lock`, 1, { nx: true, px: lockMs })) : undefined
        if (claim === undefined) return { value: await compute(), source: 'off' }
        if (claim !== null) break
        if (waitedMs >= waitMsMax) return { value: await compute(), source: 'miss' }
        await new Promise((resolve) => setTimeout(resolve, pollMs))
      }
      try {
        // Between the question and the lock somebody else may have finished.
        const kept = await ask(() => redis.get<{ value: T }>(key))
        if (kept) return { value: kept.value, source: 'hit' }
        const value = await compute()
        const text = JSON.stringify({ value })
        if (text.length <= charsMax) await ask(() => redis.set(key, text, { ex: ttlSeconds }))
        return { value, source: 'miss' }
      } finally {
        await ask(() => redis.del(`${key}:lock`))
      }
    },
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${answerMsMax} ms`)), answerMsMax)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
