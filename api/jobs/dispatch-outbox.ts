// What a transaction decided to send is sent after it commits; what gets lost on the way, the sweep sends again.
import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import { type Tx, withOrg } from '../../drizzle/client.ts'
import { outbox } from '../../drizzle/schema/operations.ts'
import type { MailPort } from '../../platform/mail.ts'
import type { Clock, Db, Ids, Live, LiveEvent, Log, RunQueue } from '../context.ts'
import type { Notice } from '../services/shared/notify.ts'
import { deliverNotice } from './deliver-notice.ts'
import { type DigestPayload, type EmailPayload, sendDigest, sendEmail } from './send-mail.ts'

const rowsMax = 100
const retrySecondsMax = 300

/** The ports a dispatch needs; every verb's context and the sweep's have them. */
export type DispatchContext = {
  db: Db
  orgId: string
  queue: RunQueue
  live: Live
  /** Null where no provider is configured. */
  mail: MailPort | null
  settings: { publicUrl: string }
  clock: Clock
  ids: Ids
  log: Log
  requestId: string
}

/** Topics of the outbox and what each one's payload holds. */
type OutboxMessage =
  | { topic: 'run'; payload: { runId: string } }
  | { topic: 'live'; payload: LiveEvent }
  | { topic: 'notify'; payload: Notice }
  | { topic: 'email'; payload: EmailPayload }
  | { topic: 'digest'; payload: DigestPayload }

/**
 * Sends an organisation's due outbox rows, oldest first, and marks them sent: at least once, in the background of whoever asks.
 * A row that cannot be sent waits longer with each try, and the rest of its topic waits with it: whoever is away is not asked a
 * hundred times. Rows that another dispatch holds are skipped. Answers how many were sent. Within a joined transaction nothing is sent:
 * whoever commits it dispatches.
 */
export const dispatchOutbox = async (ctx: DispatchContext): Promise<number> => {
  if (ctx.db.joined) return 0
  const { sent, hasNotices } = await sendDue(ctx)
  // After the commit: a tab that asks at once must find what it is told of.
  if (hasNotices) await ctx.live.publish(ctx.orgId, { type: 'changed', entities: ['notification'] })
  return sent
}

const sendDue = (ctx: DispatchContext): Promise<{ sent: number; hasNotices: boolean }> =>
  withOrg(ctx.db, ctx.orgId, async (tx) => {
    const rows = await tx
      .select({ id: outbox.id, topic: outbox.topic, payload: outbox.payload, attempts: outbox.attempts })
      .from(outbox)
      .where(and(eq(outbox.orgId, ctx.orgId), isNull(outbox.sentAt), lte(outbox.availableAt, sql`now()`)))
      .orderBy(asc(outbox.availableAt), asc(outbox.id))
      .limit(rowsMax)
      .for('update', { skipLocked: true })
    let sent = 0
    let hasNotices = false
    const away = new Set<string>()
    for (const row of rows) {
      const isSent = !away.has(row.topic) && (await trySend(ctx, tx, row))
      if (isSent) {
        sent++
        hasNotices ||= row.topic === 'notify'
      } else away.add(row.topic)
      await tx
        .update(outbox)
        .set(
          isSent
            ? { sentAt: sql`now()`, attempts: row.attempts + 1 }
            : {
                availableAt: sql`now() + make_interval(secs => ${delaySeconds(row.attempts)})`,
                attempts: row.attempts + 1,
              },
        )
        .where(and(eq(outbox.orgId, ctx.orgId), eq(outbox.id, row.id)))
    }
    return { sent, hasNotices }
  })

/** 1, 2, 4 … seconds, five minutes at most. */
const delaySeconds = (attempts: number): number => Math.min(retrySecondsMax, 2 ** Math.min(attempts, 20))

type Row = { id: string; topic: string; payload: Record<string, unknown>; attempts: number }

const trySend = async (ctx: DispatchContext, tx: Tx, row: Row): Promise<boolean> => {
  // What one row breaks is not broken for the others.
  await tx.execute(sql`savepoint one_row`)
  try {
    await send(ctx, tx, row)
    return true
  } catch (error) {
    await tx.execute(sql`rollback to savepoint one_row`)
    ctx.log.warn('outbox-not-sent', {
      requestId: ctx.requestId,
      orgId: ctx.orgId,
      outboxId: row.id,
      topic: row.topic,
      reason: error instanceof Error ? error.message : String(error),
    })
    return false
  }
}

const send = async (ctx: DispatchContext, tx: Tx, row: Row): Promise<unknown> => {
  const { topic, payload } = row as unknown as OutboxMessage
  switch (topic) {
    case 'run':
      return ctx.queue.send({ orgId: ctx.orgId, runId: payload.runId })
    case 'live':
      return ctx.live.publish(ctx.orgId, payload)
    case 'notify':
      return deliverNotice(ctx, tx, payload)
    case 'email':
      return sendEmail(ctx, row.id, payload)
    case 'digest':
      return sendDigest(ctx, tx, row.id, payload)
    default:
      throw new Error(`The outbox has no topic "${row.topic}".`)
  }
}
