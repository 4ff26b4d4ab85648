// Idempotency-Key: the first request with a key does the work, the others are given its answer.
import { and, eq, sql } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import * as z from 'zod'
import { readAsOrg } from '../../drizzle/client.ts'
import { idempotencyKeys } from '../../drizzle/schema/operations.ts'
import { sha256Hex } from '../../platform/digest.ts'
import type { UserContext } from '../context.ts'
import { Conflict, Invalid } from '../errors.ts'
import type { AppEnv } from './app-env.ts'

const keepSeconds = 24 * 3600
/** A first request that has not answered by then has died; its key may be taken over by a repeat of the same request. */
const lockSeconds = 60
const waitMs = 5000
const pollMs = 100

/** Text, so that a replay equals the first answer byte for byte. */
const storedAnswer = z.object({ text: z.string() })

type Stored = { requestHash: string; status: number | null; response: unknown }
type Slot = { ctx: UserContext; scope: string; key: string; hash: string }

/**
 * Runs `work` once per key, user and organisation. A repeat with the same body gets the stored answer and
 * `Idempotency-Replayed: true`; with another body it throws `Conflict('idempotency_mismatch')`. While the first is at work a
 * repeat waits for it, and after five seconds throws `Conflict`. Failures are not kept: the key is free again. The field of the
 * answer's data that `shownOnce` names is not kept either: a repeat finds null in its place.
 */
export const idempotent = async (
  c: HonoContext<AppEnv>,
  work: () => Promise<Response>,
  shownOnce?: string,
): Promise<Response> => {
  const key = c.req.header('Idempotency-Key')
  const ctx: UserContext | undefined = c.var.ctx ?? c.var.user
  if (key === undefined || ctx === undefined) return work()
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new Invalid('bad_request', 'Idempotency-Key must be 1 to 200 visible ASCII characters, such as a uuid.')
  }
  const slot: Slot = { ctx, scope: c.var.ctx?.orgId ?? ctx.user.id, key, hash: await requestHash(c) }
  const stored = await claim(slot)
  return stored === 'claimed' ? execute(slot, work, shownOnce) : replay(stored)
}

const execute = async (slot: Slot, work: () => Promise<Response>, shownOnce?: string): Promise<Response> => {
  try {
    const response = await work()
    if (response.ok) await keep(slot, response.status, without(shownOnce, await response.clone().text()))
    else await release(slot)
    return response
  } catch (error) {
    await release(slot)
    throw error
  }
}

const without = (field: string | undefined, text: string): string => {
  if (field === undefined) return text
  const answer = JSON.parse(text) as { data: object }
  return JSON.stringify({ ...answer, data: { ...answer.data, [field]: null } })
}

const replay = ({ status, response }: Stored): Response => {
  const headers: Record<string, string> = { 'Idempotency-Replayed': 'true' }
  const { text } = storedAnswer.parse(response)
  if (text === '') return new Response(null, { status: status ?? 204, headers })
  return new Response(text, { status: status ?? 200, headers: { ...headers, 'Content-Type': 'application/json' } })
}

/** Takes the key, or answers what its first request answered. */
const claim = async (slot: Slot): Promise<Stored | 'claimed'> => {
  for (let waitedMs = 0; ; waitedMs += pollMs) {
    const { isMine, stored } = await tryClaim(slot)
    if (isMine) return 'claimed'
    if (stored && stored.requestHash !== slot.hash) {
      throw new Conflict(
        'idempotency_mismatch',
        `Idempotency-Key "${slot.key}" was used for another request. Send the same request again, or take a new key.`,
      )
    }
    if (stored && stored.status !== null) return stored
    if (waitedMs >= waitMs) {
      throw new Conflict(
        'conflict',
        `The first request with Idempotency-Key "${slot.key}" is still at work. Try again.`,
      )
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

const tryClaim = async (slot: Slot): Promise<{ isMine: boolean; stored: Stored | undefined }> => {
  const t = idempotencyKeys
  const fresh = {
    requestHash: slot.hash,
    status: null,
    response: null,
    lockedUntil: sql`now() + make_interval(secs => ${lockSeconds})`,
    expiresAt: sql`now() + make_interval(secs => ${keepSeconds})`,
  }
  const [claimed, [stored]] = await readAsOrg(slot.ctx.db, slot.scope, (db) => [
    db
      .insert(t)
      .values({ orgId: slot.scope, userId: slot.ctx.user.id, key: slot.key, ...fresh })
      .onConflictDoUpdate({
        target: [t.orgId, t.userId, t.key],
        set: fresh,
        setWhere: sql`${t.expiresAt} < now()
          or (${t.status} is null and ${t.lockedUntil} < now() and ${t.requestHash} = ${slot.hash})`,
      })
      .returning({ key: t.key }),
    db.select({ requestHash: t.requestHash, status: t.status, response: t.response }).from(t).where(mine(slot)),
  ])
  return { isMine: claimed.length > 0, stored }
}

const mine = ({ scope, ctx, key }: Slot) =>
  and(eq(idempotencyKeys.orgId, scope), eq(idempotencyKeys.userId, ctx.user.id), eq(idempotencyKeys.key, key))

const keep = async (slot: Slot, status: number, text: string): Promise<void> => {
  await readAsOrg(slot.ctx.db, slot.scope, (db) => [
    db.update(idempotencyKeys).set({ status, response: { text } }).where(mine(slot)),
  ])
}

const release = async (slot: Slot): Promise<void> => {
  await readAsOrg(slot.ctx.db, slot.scope, (db) => [db.delete(idempotencyKeys).where(mine(slot))])
}

const requestHash = async (c: HonoContext<AppEnv>): Promise<string> => {
  const body = new Uint8Array(await c.req.arrayBuffer())
  const head = new TextEncoder().encode(`${c.req.method} ${c.req.path}\n`)
  const all = new Uint8Array(head.length + body.length)
  all.set(head)
  all.set(body, head.length)
  return sha256Hex(all)
}
