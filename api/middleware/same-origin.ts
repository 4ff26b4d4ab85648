// Cross-site request forgery: a browser says where a write comes from, and only our own pages may send one.
import type { MiddlewareHandler } from 'hono'
import { Forbidden } from '../errors.ts'
import type { AppEnv } from './app-env.ts'
import { bearerOf } from './bearer.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Is this write, or this WebSocket, one that another site's page could have sent? Clients that are no browsers send neither
 * header and carry no other site's cookies.
 */
const isForeign = (headers: Headers, requestUrl: string, publicUrl: string): boolean => {
  const origin = headers.get('Origin')
  if (origin === null) {
    const site = headers.get('Sec-Fetch-Site')
    return site !== null && site !== 'same-origin' && site !== 'none'
  }
  return origin !== new URL(publicUrl).origin && origin !== new URL(requestUrl).origin
}

/** Refuses writes and WebSocket upgrades that come from another site's page; an API key is not a cookie and needs no guard. */
export const sameOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  const isUpgrade = c.req.header('Upgrade')?.toLowerCase() === 'websocket'
  const { publicUrl } = c.var.platform.settings
  const isByCookie = bearerOf(c.req.raw.headers) === null
  if (
    isByCookie &&
    (isUpgrade || !safeMethods.has(c.req.method)) &&
    isForeign(c.req.raw.headers, c.req.url, publicUrl)
  ) {
    const origin = c.req.header('Origin') ?? 'another site'
    throw new Forbidden(`Requests from ${JSON.stringify(origin)} are refused. Use Muster at ${publicUrl}.`)
  }
  await next()
}
