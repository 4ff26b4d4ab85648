// Limits: few tries to sign in, generous writes. Counted in Redis; where Redis is away, in this process.
import { Ratelimit } from '@upstash/ratelimit'
import type { Redis } from '@upstash/redis'
import { RateLimited } from '../errors.ts'
import type { AppEnv } from './app-env.ts'
import { LocalLimiter } from './local-limiter.ts'

export type Limit = { name: string; requestsMax: number; windowSeconds: number }

/** Guessing one person's password. */
export const signInLimit: Limit = { name: 'sign-in', requestsMax: 10, windowSeconds: 300 }
/** One address trying many accounts, or making many. */
export const authAddressLimit: Limit = { name: 'auth-ip', requestsMax: 300, windowSeconds: 600 }
/** A person, or a script in their name, writing. */
export const writeLimit: Limit = { name: 'write', requestsMax: 1200, windowSeconds: 60 }

const redisTimeoutMs = 500
const redisPauseMs = 10_000

const local = new LocalLimiter()
const limiters = new WeakMap<Redis, Map<string, Ratelimit>>()
let redisAwayUntilMs = 0

const limiterOf = (redis: Redis, limit: Limit): Ratelimit => {
  const known = limiters.get(redis) ?? new Map<string, Ratelimit>()
  limiters.set(redis, known)
  const limiter =
    known.get(limit.name) ??
    new Ratelimit({
      redis,
      limiter: Ratelimit.slidingWindow(limit.requestsMax, `${limit.windowSeconds} s`),
      prefix: `limit:${limit.name}`,
      timeout: redisTimeoutMs,
    })
  known.set(limit.name, limiter)
  return limiter
}

/** Counts one request under `key`. Throws `RateLimited` with the seconds to wait when the limit is passed. */
export const countRequest = async (
  { redis, clock, log }: Pick<AppEnv['Variables']['request'], 'redis' | 'clock' | 'log'>,
  limit: Limit,
  key: string,
): Promise<void> => {
  const nowMs = clock.now().getTime()
  if (redis !== null && nowMs >= redisAwayUntilMs) {
    try {
      const result = await limiterOf(redis, limit).limit(key)
      if (result.reason !== 'timeout') {
        if (!result.success) throw new RateLimited(secondsUntil(result.reset, nowMs))
        return
      }
    } catch (error) {
      if (error instanceof RateLimited) throw error
      log.warn('redis-away', { reason: error instanceof Error ? error.message : String(error) })
    }
    redisAwayUntilMs = nowMs + redisPauseMs
  }
  const resetMs = local.count(`${limit.name}:${key}`, limit, nowMs)
  if (resetMs !== null) throw new RateLimited(secondsUntil(resetMs, nowMs))
}

const secondsUntil = (resetMs: number, nowMs: number): number => Math.max(1, Math.ceil((resetMs - nowMs) / 1000))
