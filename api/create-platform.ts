// A platform from typed settings and the few things that differ from place to place.
import type { Redis } from '@upstash/redis'
import { connect } from '../drizzle/client.ts'
import { type Cache, noCache, redisCache } from '../platform/cache.ts'
import { systemClock } from '../platform/clock.ts'
import type { ApiEnv } from '../platform/env.ts'
import { systemIds } from '../platform/ids.ts'
import { httpMail } from '../platform/mail.ts'
import { inMemory } from '../platform/memory-cache.ts'
import { connectRedis } from '../platform/redis.ts'
import { createAuth } from './auth/create-auth.ts'
import type { Log } from './context.ts'
import type { Platform } from './platform.ts'

/** What a place brings along: queue, hub, the caller's address, and how to keep working after an answer. */
export type Place = Pick<Platform, 'queue' | 'live' | 'openLive' | 'waitUntil' | 'clientIp'> & { log: Log }

/** Opens nothing: handles only, so it may be kept for the life of an isolate. */
export const createPlatform = (env: ApiEnv, place: Place): Platform => {
  const redis = env.redis === null ? null : connectRedis(env.redis)
  return {
    ...place,
    settings: { publicUrl: env.publicUrl, limitScale: env.limitScale },
    db: connect(env.database),
    auth: createAuth({
      db: connect(env.authDatabase),
      publicUrl: env.publicUrl,
      secret: env.authSecret,
      nextId: systemIds.next,
      log: place.log,
    }),
    redis,
    cache: inMemory(redis === null ? noCache : cacheIn(redis, place)),
    mail: env.mail === null ? null : httpMail(env.mail),
    clock: systemClock,
    ids: systemIds,
  }
}

const cacheIn = (redis: Redis, { log, waitUntil }: Place): Cache =>
  redisCache(redis, { onAway: (reason) => log.warn('cache-away', { reason }), later: waitUntil })
