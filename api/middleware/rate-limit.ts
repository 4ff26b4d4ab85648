// How much is taken from whom. Counted in Redis, where every isolate sees it; while Redis is away, in this process.
import { Ratelimit } from '@upstash/ratelimit'
import type { Redis } from '@upstash/redis'
import type { Access } from '../context.ts'
import { RateLimited } from '../errors.ts'
import type { AppEnv } from './app-env.ts'
import { LocalLimiter } from './local-limiter.ts'

export type Limit = { name: string; requestsMax: number; windowSeconds: number }

/** One person's password, tried from one address. */
export const signInLimit: Limit = { name: 'sign-in', requestsMax: 10, windowSeconds: 300 }
/** One person's password, tried from anywhere: guessing is not made faster by many addresses. */
export const accountLimit: Limit = { name: 'account', requestsMax: 50, windowSeconds: 900 }
/** One address trying many accounts, or making many. */
export const authAddressLimit: Limit = { name: 'auth-ip', requestsMax: 300, windowSeconds: 600 }
/** Nobody in particular, by address: what is open to all, and what was refused for want of a session or key. */
export const publicLimit: Limit = { name: 'public', requestsMax: 100, windowSeconds: 60 }
const signedInLimit: Limit = { name: 'signed-in', requestsMax: 500, windowSeconds: 60 }
const adminLimit: Limit = { name: 'admin', requestsMax: 1000, windowSeconds: 60 }
/** Runs an organisation starts: each takes the solver for a while. */
export const generationLimit: Limit = { name: 'generation', requestsMax: 10, windowSeconds: 60 }

const shareOfTier = { free: 0.5, standard: 1, large: 4 } as const

/** The limit of a signed-in person or a key, by role and by the organisation's tier. */
export const limitOf = ({ role, tier }: Pick<Access, 'role' | 'tier'>): Limit => {
  const limit = role === 'owner' || role === 'admin' ? adminLimit : signedInLimit
  return { ...limit, requestsMax: limit.requestsMax * shareOfTier[tier] }
}
/** The limit of a person outside any organisation. */
export const personLimit = signedInLimit

/** How a key stands with its limit after a request was counted. */
export type Standing = { limit: Limit; remaining: number; resetSeconds: number }

const redisTimeoutMs = 500
const redisPauseMs = 10_000

const local = new LocalLimiter()
const limiters = new WeakMap<Redis, Map<string, Ratelimit>>()
let redisAwayUntilMs = 0

const limiterOf = (redis: Redis, { name, requestsMax, windowSeconds }: Limit): Ratelimit => {
  const known = limiters.get(redis) ?? new Map<string, Ratelimit>()
  limiters.set(redis, known)
  const limiter =
    known.get(`${name} ${requestsMax}`) ??
    new Ratelimit({
      redis,
      limiter: Ratelimit.slidingWindow(requestsMax, `${windowSeconds} s`),
      prefix: `limit:${name}`,
      timeout: redisTimeoutMs,
    })
  known.set(`${name} ${requestsMax}`, limiter)
  return limiter
}

type Place = Pick<AppEnv['Variables']['request'], 'redis' | 'clock' | 'log'>

/** Counts one request under `key`. Throws `RateLimited` with the seconds to wait when the limit is passed. */
export const countRequest = async (place: Place, limit: Limit, key: string): Promise<Standing> => {
  const nowMs = place.clock.now().getTime()
  const counted = (await countInRedis(place, limit, key, nowMs)) ?? local.count(`${limit.name}:${key}`, limit, nowMs)
  const resetSeconds = Math.max(1, Math.ceil((counted.resetMs - nowMs) / 1000))
  const standing = { limit, remaining: Math.max(0, counted.remaining), resetSeconds }
  if (counted.remaining < 0) throw new RateLimited(resetSeconds, limitHeaders(standing))
  return standing
}

/** Null while Redis is away, and for ten seconds after it was. */
const countInRedis = async ({ redis, log }: Place, limit: Limit, key: string, nowMs: number) => {
  if (redis === null || nowMs < redisAwayUntilMs) return null
  try {
    const { success, remaining, reset, reason } = await limiterOf(redis, limit).limit(key)
    if (reason !== 'timeout') return { remaining: success ? remaining : -1, resetMs: reset }
  } catch (error) {
    log.warn('redis-away', { reason: error instanceof Error ? error.message : String(error) })
  }
  redisAwayUntilMs = nowMs + redisPauseMs
  return null
}

/** The standing as draft-ietf-httpapi-ratelimit-headers-10 says it: quota, window, what remains and when it is renewed. */
export const limitHeaders = ({ limit, remaining, resetSeconds }: Standing): Record<string, string> => ({
  'RateLimit-Policy': `"${limit.name}";q=${limit.requestsMax};w=${limit.windowSeconds}`,
  RateLimit: `"${limit.name}";r=${remaining};t=${resetSeconds}`,
})
