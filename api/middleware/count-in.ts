// Counting a request where it is answered: the headers go out with the answer, whatever it is.
import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env.ts'
import { countRequest, generationLimit, type Limit, limitHeaders, publicLimit } from './rate-limit.ts'

/** Counts under `key`, scaled as the place is set, and says in the headers how the caller stands. Throws `RateLimited`. */
export const countIn = async (c: HonoContext<AppEnv>, limit: Limit, key: string): Promise<void> => {
  const { limitScale = 1 } = c.var.platform.settings
  const scaled = { ...limit, requestsMax: Math.max(1, Math.round(limit.requestsMax * limitScale)) }
  const standing = await countRequest(c.var.request, scaled, key)
  for (const [name, value] of Object.entries(limitHeaders(standing))) c.header(name, value)
}

/** Counts somebody who showed neither session nor key, by address. */
export const countStranger = (c: HonoContext<AppEnv>): Promise<void> =>
  countIn(c, publicLimit, c.var.request.address ?? 'unknown')

/** What anybody may ask, by address. */
export const limitStrangers: MiddlewareHandler<AppEnv> = async (c, next) => {
  await countStranger(c)
  await next()
}

/** Runs started in one organisation; stands behind the authentication of a tenant. */
export const limitGenerations: MiddlewareHandler<AppEnv> = async (c, next) => {
  await countIn(c, generationLimit, c.var.ctx.orgId)
  await next()
}
