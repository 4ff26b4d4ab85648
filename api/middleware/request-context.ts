// The first and the last thing every request meets: its id, its context, its log line.
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Timing } from '../context.ts'
import { apiVersion } from '../contract/envelope.ts'
import type { Platform } from '../platform.ts'
import type { AppEnv } from './app-env.ts'

const acceptableId = /^[\w.-]{8,128}$/

/** Gives the request its id (the caller's, when it is a plain one), its ports and its log line. */
export const requestContext =
  (platform: Platform): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const given = c.req.header('X-Request-Id')
    const requestId = given !== undefined && acceptableId.test(given) ? given : platform.ids.next()
    c.set('startedMs', performance.now())
    c.set('requestId', requestId)
    c.set('platform', platform)
    const timing: Timing = { dbMs: 0, statements: 0, rulesMs: 0, cache: null }
    c.set('request', {
      requestId,
      address: platform.clientIp(c.req.raw),
      db: { ...platform.db, meter: timing },
      timing,
      changed: new Set(),
      cache: platform.cache,
      clock: platform.clock,
      ids: platform.ids,
      log: platform.log,
      queue: platform.queue,
      live: platform.live,
      mail: platform.mail,
      settings: platform.settings,
      redis: platform.redis,
      openLive: platform.openLive,
      waitUntil: (work) => platform.waitUntil(work.catch((error: unknown) => logLost(platform, requestId, error))),
    })
    await next()
    c.header('X-Request-Id', requestId)
    c.header('X-API-Version', apiVersion)
    c.header('Server-Timing', timingHeader(timing))
    platform.log.info('request', {
      requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      durationMs: Math.round(performance.now() - c.var.startedMs),
    })
  }

/** Milliseconds by part; the database's part says how many statements it was. */
const timingHeader = ({ dbMs, statements, rulesMs, cache }: Timing): string =>
  [
    `db;dur=${dbMs.toFixed(1)};desc="${statements}"`,
    ...(cache === null ? [] : [`cache;desc=${cache}`]),
    `rules;dur=${rulesMs.toFixed(1)}`,
  ].join(', ')

/** A failure after the answer has nobody to be told but the log. */
const logLost = (platform: Platform, requestId: string, error: unknown): void =>
  platform.log.error('failed-after-answer', {
    requestId,
    reason: error instanceof Error ? error.message : String(error),
  })
