// The open endpoints of better-auth, behind our limits, our validation and our words for failures.

import type { Context as HonoContext } from 'hono'
import { Hono } from 'hono'
import { sha256Hex } from '../../platform/digest.ts'
import type { ErrorCode } from '../contract/errors.ts'
import { DomainError } from '../errors.ts'
import type { AppEnv } from '../middleware/app-env.ts'
import { countStranger } from '../middleware/count-in.ts'
import { failureBody } from '../middleware/envelope.ts'
import { accountLimit, authAddressLimit, countRequest, signInLimit } from '../middleware/rate-limit.ts'
import { refuseFields } from '../middleware/refuse-invalid.ts'
import { type AuthPath, authPaths } from './paths.ts'

const codeByStatus: Record<number, ErrorCode> = {
  400: 'validation_failed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  422: 'validation_failed',
  429: 'rate_limited',
}

/** Sub-app of /api/auth. What is not in `authPaths` does not exist. */
export const authRoutes = (): Hono<AppEnv> => {
  const app = new Hono<AppEnv>()
  for (const path of authPaths) {
    app.on([path.method], path.path, async (c) => answer(c, await c.var.platform.auth.handle(await prepare(c, path))))
  }
  return app
}

/** Checks, counts and rebuilds the request as better-auth expects it at the public address. */
const prepare = async (c: HonoContext<AppEnv>, { body }: AuthPath): Promise<Request> => {
  const { settings, clientIp } = c.var.platform
  const ip = clientIp(c.req.raw) ?? 'unknown'
  const url = new URL(c.req.url)
  const target = new URL(`${url.pathname}${url.search}`, settings.publicUrl)
  const headers = new Headers(c.req.raw.headers)
  headers.delete('Content-Length')
  headers.set('x-muster-client-ip', ip)
  // Where the request comes from was checked before; our page may be open at another name of this very host.
  headers.set('Origin', new URL(settings.publicUrl).origin)
  if (c.req.method === 'GET') {
    await countStranger(c)
    return new Request(target, { headers })
  }
  await countRequest(c.var.request, authAddressLimit, ip)
  if (body === null) {
    // Whatever the caller said of a body that counts for nothing.
    headers.set('Content-Type', 'application/json')
    return new Request(target, { method: 'POST', headers, body: '{}' })
  }
  const parsed = body.safeParse(await readJson(c))
  if (!parsed.success) return refuseFields('body', parsed.error)
  const { email } = parsed.data as { email: string }
  await countRequest(c.var.request, signInLimit, await digest(`${ip} ${email.toLowerCase()}`))
  await countRequest(c.var.request, accountLimit, await digest(email.toLowerCase()))
  return new Request(target, { method: 'POST', headers, body: JSON.stringify(parsed.data) })
}

const readJson = async (c: HonoContext<AppEnv>): Promise<unknown> => {
  if (!/^application\/json\b/i.test(c.req.header('Content-Type') ?? '')) {
    throw new DomainError('unsupported_media_type', 'The body must be JSON: send Content-Type: application/json.')
  }
  return c.req.json()
}

/** E-mail addresses do not belong into keys of a cache. */
const digest = async (text: string): Promise<string> => (await sha256Hex(text)).slice(0, 32)

/** Success without the session's token, which belongs into the cookie that scripts cannot read; a failure keeps better-auth's `code` and `message` and gains the envelope's fields. */
const answer = async (c: HonoContext<AppEnv>, response: Response): Promise<Response> => {
  if (response.ok) return withoutToken(response)
  const said = (await response.json().catch(() => null)) as { code?: string; message?: string } | null
  const code = codeByStatus[response.status] ?? 'internal'
  if (code === 'internal') c.var.platform.log.error('auth-failed', { requestId: c.var.requestId, said })
  const message =
    code === 'internal'
      ? 'Signing in failed on our side. Try again in a moment.'
      : (said?.message ?? 'This was refused.')
  const error = new DomainError(code, message)
  return c.json({ ...failureBody(c, error), code: said?.code, message }, error.status)
}

const withoutToken = async (response: Response): Promise<Response> => {
  const body = (await response.json()) as { token?: unknown; session?: { token?: unknown } } | null
  if (body) delete body.token
  if (body?.session) delete body.session.token
  const headers = new Headers(response.headers)
  headers.delete('Content-Length')
  return new Response(JSON.stringify(body), { status: response.status, headers })
}
