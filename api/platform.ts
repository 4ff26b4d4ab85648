// What the app needs of the place it runs in. `worker.ts` and `deno.ts` build one; tests build their own.
import type { Redis } from '@upstash/redis'
import type { Cache } from '../platform/cache.ts'
import type { MailPort } from '../platform/mail.ts'
import type { Auth } from './auth/create-auth.ts'
import type { Clock, Db, Ids, Live, Log, RunQueue } from './context.ts'

type Settings = {
  /** Where users reach Muster; decides trusted origins and whether cookies are Secure. */
  publicUrl: string
  /** Multiplies the limits of requests, not those of signing in; 1 unless given. */
  limitScale?: number
}

export type Platform = {
  settings: Settings
  /** Database of the tenant role. */
  db: Db
  auth: Auth
  /** Null where no Redis is configured: limits are then kept per process. */
  redis: Redis | null
  /** Null where no provider of e-mail is configured: what would be sent is only logged. */
  mail: MailPort | null
  cache: Cache
  queue: RunQueue
  live: Live
  /** Hands a WebSocket upgrade to the organisation's hub; null where the place has no hub (clients poll). */
  openLive: ((orgId: string, request: Request) => Promise<Response>) | null
  clock: Clock
  ids: Ids
  log: Log
  /** Keeps the place alive until work that outlives its answer is done. */
  waitUntil(work: Promise<unknown>): void
  /** The caller's address, for limits and the log; null where the place does not tell. */
  clientIp(request: Request): string | null
}
