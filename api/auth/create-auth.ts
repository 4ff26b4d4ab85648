// Sign-in and membership by better-auth, on the role muster_auth.

import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { organization } from 'better-auth/plugins/organization'
import { lt, sql } from 'drizzle-orm'
import { type Database, transact } from '../../drizzle/client.ts'
import { authTables, sessions } from '../../drizzle/schema/auth.ts'
import type { Log, Memberships, Session, User } from '../context.ts'
import { accessControl, accessRoles } from './access.ts'
import { activeOrganisationOf, memberships } from './memberships.ts'
import { passwordCharsMax, passwordCharsMin } from './paths.ts'
import { cookiePrefix } from './session-cookie.ts'
import { rememberingSessions } from './session-memory.ts'

const sessionSeconds = 14 * 24 * 3600
const sessionRenewSeconds = 24 * 3600
/** How long a signed cookie stands for a look into the database, and how long it is remembered as good beyond that: a session ended
 * elsewhere lives on for both together, a minute at most. */
const cookieCacheSeconds = 50
const rememberedSeconds = 10

export type AuthOptions = {
  /** Of the role muster_auth. */
  db: Database
  publicUrl: string
  secret: string
  nextId: () => string
  log: Log
}

export type KnownSession = {
  user: User
  session: Session
  /** `Set-Cookie` values that renew the session. */
  cookies: string[]
}

/** What the app asks of sign-in; tests may bring their own. */
export type Auth = {
  /** Answers one of the open endpoints below /api/auth in better-auth's own shape. */
  handle(request: Request): Promise<Response>
  /** The session of the request's cookie, or null. */
  session(headers: Headers): Promise<KnownSession | null>
  /** Makes an organisation the session's active one; answers the `Set-Cookie` values. */
  activate(headers: Headers, orgId: string): Promise<string[]>
  memberships: Memberships
  /** Of the role muster_auth, for verbs about membership. */
  db: Database
  /** Deletes sessions that have ended; answers how many. */
  forgetExpiredSessions(): Promise<number>
}

/** Better-auth with our tables, roles and cookies. Cookies are Secure where the public address is https. */
export const createAuth = (options: AuthOptions): Auth => {
  const shared = build(options, options.db.http)
  return {
    handle: (request) =>
      new URL(request.url).pathname.endsWith('/sign-up/email') ? signUp(options, request) : shared.handler(request),
    session: rememberingSessions(async (headers) => {
      const { headers: answered, response } = await shared.api.getSession({ headers, returnHeaders: true })
      if (response === null) return null
      const { user, session } = response
      return {
        user: { id: user.id, email: user.email, name: user.name },
        session: {
          id: session.id,
          expiresAt: new Date(session.expiresAt),
          activeOrganisationId: session.activeOrganizationId ?? null,
        },
        cookies: answered.getSetCookie(),
      }
    }, rememberedSeconds),
    activate: async (headers, organizationId) => {
      const { headers: answered } = await shared.api.setActiveOrganization({
        headers,
        body: { organizationId },
        returnHeaders: true,
      })
      return answered.getSetCookie()
    },
    memberships: memberships(options.db.http),
    db: options.db,
    forgetExpiredSessions: async () => {
      const ended = await options.db.http.delete(sessions).where(lt(sessions.expiresAt, sql`now()`))
      return ended.rowCount
    },
  }
}

/** Carries a refusal out of the transaction, so that nothing half-made stays behind. */
class Refused extends Error {
  readonly response: Response

  constructor(response: Response) {
    super('refused')
    this.response = response
  }
}

/** Making an account writes two rows that belong together: they get a transaction. */
const signUp = async (options: AuthOptions, request: Request): Promise<Response> => {
  try {
    return await transact(options.db, async (tx) => {
      const response = await build(options, tx).handler(request.clone() as Request)
      if (!response.ok) throw new Refused(response)
      return response
    })
  } catch (error) {
    if (error instanceof Refused) return error.response
    throw error
  }
}

const build = (options: AuthOptions, db: Parameters<typeof drizzleAdapter>[0]) =>
  betterAuth({
    appName: 'Muster',
    baseURL: options.publicUrl,
    basePath: '/api/auth',
    secret: options.secret,
    database: drizzleAdapter(db, { provider: 'pg', schema: authTables }),
    emailAndPassword: {
      enabled: true,
      // New and taken addresses get the same answer; the session comes from signing in.
      autoSignIn: false,
      minPasswordLength: passwordCharsMin,
      maxPasswordLength: passwordCharsMax,
    },
    session: {
      expiresIn: sessionSeconds,
      updateAge: sessionRenewSeconds,
      cookieCache: { enabled: true, maxAge: cookieCacheSeconds },
    },
    plugins: [organization({ ac: accessControl, roles: accessRoles, creatorRole: 'owner' })],
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, activeOrganizationId: await activeOrganisationOf(options.db.http, session.userId) },
          }),
        },
      },
    },
    // Limits stand in front of this (middleware/rate-limit.ts), counted where every isolate sees them.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message) => (level === 'error' ? options.log.error : options.log.warn)('auth', { message }),
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: options.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      database: { generateId: options.nextId, validateSchema: false },
      ipAddress: { ipAddressHeaders: ['x-muster-client-ip'] },
    },
  })
