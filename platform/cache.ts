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
  /** Takes what may go on after the answer: keeping it. */
  later?: (work: Promise<unknown>) => void
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
 * is away or slow is left alone for ten seconds: everybody computes, slower and just as right. Commands given at once travel in one
 * request and in their order: a hit is one request, a miss waits for two.
 */
export function redisCache(redis: Store, options: Options = {}): Cache {
  const { onAway = () => undefined, later = () => undefined, nowMs = Date.now } = options
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
  const look = <T>(key: string) => redis.get<{ value: T }>(key)
  /** Locks first, looks second: what somebody finished in between is seen. */
  const claim = <T>(key: string) =>
    ask(() => Promise.all([redis.set(`${key}:lock`, 1, { nx: true, px: lockMs }), look<T>(key)]))
  const release = (key: string) => redis.del(`${key}:lock`)
  const keep = (key: string, ttlSeconds: number, value: unknown) => {
    const text = JSON.stringify({ value })
    const kept = text.length <= charsMax ? redis.set(key, text, { ex: ttlSeconds }) : undefined
    return Promise.all([kept, release(key)])
  }
  return {
    async read<T>(key: string, ttlSeconds: number, compute: () => Promise<T>) {
      const kept = await ask(() => look<T>(key))
      if (kept) return { value: kept.value, source: 'hit' }
      if (kept === undefined) return { value: await compute(), source: 'off' }
      for (let waitedMs = 0; ; waitedMs += pollMs) {
        const claimed = await claim<T>(key)
        if (claimed === undefined) return { value: await compute(), source: 'off' }
        const [lock, found] = claimed
        if (found && lock !== null) later(ask(() => release(key)))
        if (found) return { value: found.value, source: 'hit' }
        if (lock !== null) break
        if (waitedMs >= waitMsMax) return { value: await compute(), source: 'miss' }
        await new Promise((resolve) => setTimeout(resolve, pollMs))
      }
      try {
        const value = await compute()
        later(ask(() => keep(key, ttlSeconds, value)))
        return { value, source: 'miss' }
      } catch (error) {
        later(ask(() => release(key)))
        throw error
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
