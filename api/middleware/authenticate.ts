// Who asks, and in which organisation. Route middleware: runs before validation, so strangers learn nothing of a schema.
import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import * as z from 'zod'
import type { UserContext } from '../context.ts'
import { permissionsByRole } from '../contract/permissions.ts'
import { Invalid, NotFound, Unauthenticated } from '../errors.ts'
import type { AppEnv } from './app-env.ts'
import { countRequest, writeLimit } from './rate-limit.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Leaves `c.var.user`. Throws `Unauthenticated` without a valid session, `RateLimited` after too many writes. */
export const requireUser: MiddlewareHandler<AppEnv> = async (c, next) => {
  await identify(c)
  await next()
}

/** Leaves `c.var.user` and `c.var.ctx` for a member of the named or active organisation. */
export const requireTenant: MiddlewareHandler<AppEnv> = async (c, next) => {
  const user = await identify(c)
  const orgId = user.wantedOrgId
  if (orgId === null) {
    throw new Invalid(
      'bad_request',
      'No organisation is active. Choose one with POST /api/v1/organisation/activate, or name it in X-Organisation-Id.',
    )
  }
  const role = z.uuid().safeParse(orgId).success ? await user.memberships.roleOf(user.user.id, orgId) : null
  if (role === null) throw NotFound.organisation(orgId)
  c.set('ctx', {
    ...user,
    orgId,
    role,
    permissions: new Set(permissionsByRole[role]),
    siteIds: null,
    departmentIds: null,
    apiKeyId: null,
  })
  await next()
}

/** A browser cannot set headers on a WebSocket, so there the address may name the organisation. */
const namedOrganisation = (c: HonoContext<AppEnv>): string | null =>
  c.req.header('X-Organisation-Id') ??
  (c.req.header('Upgrade') === undefined ? null : (c.req.query('organisationId') ?? null))

const identify = async (c: HonoContext<AppEnv>): Promise<UserContext> => {
  const { auth } = c.var.platform
  const { headers } = c.req.raw
  const known = await auth.session(headers)
  if (known === null) throw new Unauthenticated()
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
    activate: async (orgId) => setCookies(await auth.activate(headers, orgId)),
  }
  c.set('user', context)
  if (!safeMethods.has(c.req.method)) await countRequest(c.var.request, writeLimit, known.user.id)
  return context
}
