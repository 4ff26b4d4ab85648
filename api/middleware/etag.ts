// What a reader already has is not sent again: a weak ETag over the data, which the envelope's time and id do not touch.
import type { Context as HonoContext } from 'hono'
import { sha256Hex } from '../../platform/digest.ts'
import type { AppEnv } from './app-env.ts'

const digits = 24

/** True where a header `If-None-Match` names the tag, compared weakly (RFC 9110, 13.1.2). */
export const hasTag = (header: string | undefined, tag: string): boolean => {
  if (header === undefined) return false
  const opaque = (one: string) => one.trim().replace(/^W\//, '')
  return header.trim() === '*' || header.split(',').some((one) => opaque(one) === opaque(tag))
}

/**
 * Tags an answer to GET and says that it may be kept, by this reader only, and must be asked for again. Answers a 304 where the
 * reader has it already, else null.
 */
export const notModified = async (c: HonoContext<AppEnv>, data: unknown): Promise<Response | null> => {
  const tag = `W/"${(await sha256Hex(JSON.stringify(data))).slice(0, digits)}"`
  c.header('ETag', tag)
  c.header('Cache-Control', 'private, no-cache')
  c.header('Vary', 'Cookie, Authorization, X-Organisation-Id')
  return hasTag(c.req.header('If-None-Match'), tag) ? c.body(null, 304) : null
}
