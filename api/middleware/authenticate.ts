// Who asks, and in which organisation. Route middleware: runs before validation, so strangers learn nothing of a schema.
import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import * as z from 'zod'
import { findKey, type KnownKey, noteUse } from '../auth/api-key.ts'
import type { Context, UserContext } from '../context.ts'
import { Forbidden, Invalid, NotFound, Unauthenticated } from '../errors.ts'
import type { AppEnv } from './app-env.ts'
import { bearerOf } from './bearer.ts'
import { countIn, countStranger } from './count-in.ts'
import { type Limit, limitOf, personLimit } from './rate-limit.ts'

/** Leaves `c.var.user`. Throws `Unauthenticated` without a valid session, `Forbidden` for an API key, which is nobody. */
export const requireUser: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (bearerOf(c.req.raw.headers) !== null) {
    throw new Forbidden(
      'This is about a person, and an API key is none. Sign in and send the request with the session.',
    )
  }
  const { user } = await identify(c)
  await countIn(c, personLimit, user.id)
  await next()
}

/** Leaves `c.var.user` and `c.var.ctx` for a member of the named or active organisation, or for an API key in its own. */
export const requireTenant: MiddlewareHandler<AppEnv> = async (c, next) => {
  const secret = bearerOf(c.req.raw.headers)
  const ctx = secret === null ? await memberContext(c) : await keyContext(c, secret)
  c.set('user', ctx)
  c.set('ctx', ctx)
  await next()
}

const memberContext = async (c: HonoContext<AppEnv>): Promise<Context> => {
  const user = await identify(c)
  const orgId = user.wantedOrgId
  if (orgId === null) {
    throw new Invalid(
      'bad_request',
      'No organisation is active. Choose one with POST /api/v1/organisation/activate, or name it in X-Organisation-Id.',
    )
  }
  const access = z.uuid().safeParse(orgId).success ? await countedAccess(c, user, orgId) : null
  if (access === null) throw NotFound.organisation(orgId)
  return { ...user, ...access }
}

/** By user and organisation; what is forgotten costs one request a moment. */
const lastLimits = new Map<string, Limit>()
const lastLimitsMax = 10_000

/**
 * What the user may do in an organisation, with the request counted by the limit that is theirs. Membership is asked for while it is
 * counted by the limit that was theirs last; where that has changed, or is not known, it is counted by the new one.
 */
const countedAccess = async (c: HonoContext<AppEnv>, { user, memberships }: UserContext, orgId: string) => {
  const asked = `${user.id} ${orgId}`
  const last = lastLimits.get(asked)
  const counted = last && countIn(c, last, user.id)
  const [access] = await Promise.all([memberships.accessOf(user.id, orgId), counted]).catch((error: unknown) => {
    // Whoever is refused is looked at anew the next time.
    lastLimits.delete(asked)
    throw error
  })
  if (access === null) return null
  const limit = limitOf(access)
  if (last?.name !== limit.name || last.requestsMax !== limit.requestsMax) await countIn(c, limit, user.id)
  lastLimits.set(asked, limit)
  if (lastLimits.size > lastLimitsMax) lastLimits.delete(lastLimits.keys().next().value ?? asked)
  return access
}

const keyContext = async (c: HonoContext<AppEnv>, secret: string): Promise<Context> => {
  const { request } = c.var
  const key = await findKey(request.db, secret)
  if (key === null) return refuseStranger(c, 'This API key is unknown, expired or revoked. Make a new one and send it.')
  const wanted = namedOrganisation(c) ?? key.access.orgId
  if (wanted !== key.access.orgId) throw NotFound.organisation(wanted)
  await countIn(c, limitOf(key.access), key.id)
  request.waitUntil(noteUse(request.db, key, request.clock.now()))
  return { ...request, ...asUser(c, key), ...key.access }
}

/** Who guesses sessions or keys is a stranger and counted as one. */
const refuseStranger = async (c: HonoContext<AppEnv>, message?: string): Promise<never> => {
  await countStranger(c)
  throw new Unauthenticated(message)
}

/** A key stands where a person stands: by its own id and name. Nobody can be signed in by it. */
const asUser = (c: HonoContext<AppEnv>, { id, name, expiresAt, access }: KnownKey) => ({
  user: { id, name, email: '' },
  session: { id, expiresAt, activeOrganisationId: access.orgId },
  wantedOrgId: access.orgId,
  memberships: c.var.platform.auth.memberships,
  authDb: c.var.platform.auth.db,
  activate: () => Promise.reject(new Forbidden('An API key acts in its own organisation only.')),
})

/** A browser cannot set headers on a WebSocket, so there the address may name the organisation. */
const namedOrganisation = (c: HonoContext<AppEnv>): string | null =>
  c.req.header('X-Organisation-Id') ??
  (c.req.header('Upgrade') === undefined ? null : (c.req.query('organisationId') ?? null))

const identify = async (c: HonoContext<AppEnv>): Promise<UserContext> => {
  const { auth } = c.var.platform
  const { headers } = c.req.raw
  const known = await auth.session(headers)
  if (known === null) return refuseStranger(c)
  const setCookies = (cookies: readonly string[]) => {
    for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
  }
  setCookies(known.cookies)
  const context: UserContext = {
    ...c.var.request,
    user: known.user,
    session: known.session,
    wantedOrgId: namedOrganisation(c) ?? known.session.activeOrganisationId,
    memberships: auth.memberships,
    authDb: auth.db,
    activate: async (orgId) => setCookies(await auth.activate(headers, orgId)),
  }
  c.set('user', context)
  return context
}
