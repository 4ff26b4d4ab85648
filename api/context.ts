// What a verb is given: who asks, in which organisation, and the outside world as ports.
import type { Redis } from '@upstash/redis'
import type { Database } from '../drizzle/client.ts'
import type { Cache, CacheSource } from '../platform/cache.ts'
import type { MailPort } from '../platform/mail.ts'
import type { RuleSetting } from '../solver/model/problem.ts'
import type { Permission, Permissions, Role } from './contract/permissions.ts'
import type { LiveMessage } from './contract/rostering.ts'
import { Forbidden, VersionConflict } from './errors.ts'

/** The database as the tenant role sees it; `withOrg(ctx.db, ctx.orgId, …)` and `readAsOrg(…)` open it. */
export type Db = Database

export type Clock = { now(): Date }
/** Time-ordered ids (uuid version 7). */
export type Ids = { next(): string }
/** Structured lines; values never hold secrets or personal data beyond ids. */
export type Log = {
  info(event: string, fields?: Record<string, unknown>): void
  warn(event: string, fields?: Record<string, unknown>): void
  error(event: string, fields?: Record<string, unknown>): void
}
/** Ids only: a queue message holds 128 KB at most. */
export type RunMessage = { orgId: string; runId: string; part?: number }
export type RunQueue = { send(message: RunMessage, options?: { delaySeconds?: number }): Promise<void> }

type WithoutSeq<T> = T extends { seq: number } ? Omit<T, 'seq'> : never
/** A live message before the organisation's hub gives it its `seq`. */
export type LiveEvent = WithoutSeq<Exclude<LiveMessage, { type: 'hello' | 'reload' }>> & {
  /** Told only to tabs of those who have this permission; to all of the organisation without it. */
  needs?: 'runs:read' | 'people:read'
}
/** Tells every open tab of an organisation. Best effort: whoever misses it polls. */
export type Live = { publish(orgId: string, event: LiveEvent): Promise<void> }

/** Where the time of a request went, for `Server-Timing`. In a deployed Worker the clock stands still while it computes. */
export type Timing = { dbMs: number; statements: number; rulesMs: number; cache: CacheSource | null }

/** What every request has, signed in or not. */
export type RequestContext = {
  requestId: string
  /** Network address of who asks; null where the place does not tell. */
  address: string | null
  db: Db
  clock: Clock
  ids: Ids
  log: Log
  queue: RunQueue
  live: Live
  /** Null where no provider of e-mail is configured. */
  mail: MailPort | null
  settings: { publicUrl: string }
  /** Null where no Redis is configured. */
  redis: Redis | null
  cache: Cache
  timing: Timing
  /** Kinds of records that the request wrote, by the log's words: open tabs hear of them after a success. */
  changed: Set<string>
  /** Hands a WebSocket upgrade to the organisation's hub; null where there is none. */
  openLive: ((orgId: string, request: Request) => Promise<Response>) | null
  /** Work that goes on after the answer: `ctx.waitUntil(dispatchOutbox(ctx))`. */
  waitUntil(work: Promise<unknown>): void
}

export type User = { id: string; email: string; name: string }

/** An organisation as seen by one of its members. */
type Membership = { id: string; name: string; role: Role }

export type Session = {
  id: string
  expiresAt: Date
  /** Null until an organisation is created or joined. */
  activeOrganisationId: string | null
}

/** What verbs may ask of sign-in and membership. */
export type Memberships = {
  /** Organisations of a user, by name. */
  list(userId: string): Promise<Membership[]>
  /** Null for no member, and for no such organisation. */
  accessOf(userId: string, orgId: string): Promise<Access | null>
  /** Organisation, first membership and settings arise together or not at all. */
  found(organisation: NewOrganisation): Promise<void>
}

/** What founding an organisation writes; `rules` in the engine's own terms. */
type NewOrganisation = {
  id: string
  memberId: string
  ownerId: string
  auditId: string
  requestId: string
  name: string
  slug: string
  zone: string
  weekStart: number
  country: string | null
  rules: RuleSetting[]
}

/** A signed-in user outside any organisation: own profile, creating an organisation. */
export type UserContext = RequestContext & {
  user: User
  session: Session
  /** Named by the request, else the session's active one; membership is not checked yet. */
  wantedOrgId: string | null
  memberships: Memberships
  /**
   * Users, members and invitations as the role of sign-in sees them: across organisations, so that every statement must name
   * its own. Only verbs about membership use it.
   */
  authDb: Db
  /** Makes the organisation the session's active one; membership was checked before. */
  activate(orgId: string): Promise<void>
}

/** How often the organisation was written to, as a request found it; null where it never was. */
type Generations = { records: number; rosters: number; everything: number }

/** What a member or an API key may do in one organisation. */
export type Access = {
  orgId: string
  /** Null for an API key. */
  role: Role | null
  permissions: Permissions
  /** The only sites within reach; null for all. `services/shared/reach.ts` narrows loads by it. */
  siteIds: readonly string[] | null
  /** The only departments (with those below them) within reach; null for all. */
  departmentIds: readonly string[] | null
  /** Set when an API key acts; `user` then is the key itself, by its id and name. */
  apiKeyId: string | null
  /** Scales the limits of requests. */
  tier: 'free' | 'standard' | 'large'
  generations: Generations | null
}

/** Somebody acting in one organisation, a member or an API key. Every tenant verb takes this first. */
export type Context = UserContext & Access

/** The user of the system's own acts; the audit log shows nobody in its place. */
export const systemUser: User = { id: '00000000-0000-0000-0000-000000000000', email: '', name: 'Muster' }

/** First line of every verb. Throws `Forbidden` when neither role nor key grants the permission. */
export const requirePermission = (ctx: Context, permission: Permission): void => {
  if (!ctx.permissions.has(permission)) throw Forbidden.permission(permission, ctx.role)
}

/** Optimistic lock: throws `VersionConflict` with both versions when the stored record is not the one the client saw. */
export const requireVersion = (kind: string, stored: { id: string; version: number }, expected: number): void => {
  if (stored.version !== expected) throw new VersionConflict(kind, stored.id, expected, stored.version)
}
