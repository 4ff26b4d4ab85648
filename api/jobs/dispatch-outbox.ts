// What a transaction decided to send is sent after it commits; what gets lost on the way, the sweep sends again.
import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import { withOrg } from '../../drizzle/client.ts'
import { outbox } from '../../drizzle/schema/operations.ts'
import type { Db, Live, LiveEvent, Log, RunQueue } from '../context.ts'

const rowsMax = 100
const retrySecondsMax = 300

/** The ports a dispatch needs; every verb's context and the sweep's have them. */
export type DispatchContext = { db: Db; orgId: string; queue: RunQueue; live: Live; log: Log; requestId: string }

/** Topics of the outbox and what each one's payload holds. */
type OutboxMessage = { topic: 'run'; payload: { runId: string } } | { topic: 'live'; payload: LiveEvent }

/**
 * Sends an organisation's due outbox rows, oldest first, and marks them sent: at least once, in the background of whoever asks.
 * A row that cannot be sent waits longer with each try. Rows that another dispatch holds are skipped. Answers how many were sent.
 */
export const dispatchOutbox = (ctx: DispatchContext): Promise<number> =>
  withOrg(ctx.db, ctx.orgId, async (tx) => {
    const rows = await tx
      .select({ id: outbox.id, topic: outbox.topic, payload: outbox.payload, attempts: outbox.attempts })
      .from(outbox)
      .where(and(eq(outbox.orgId, ctx.orgId), isNull(outbox.sentAt), lte(outbox.availableAt, sql`now()`)))
      .orderBy(asc(outbox.availableAt), asc(outbox.id))
      .limit(rowsMax)
      .for('update', { skipLocked: true })
    let sent = 0
    for (const row of rows) {
      const isSent = await trySend(ctx, row)
      if (isSent) sent++
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
    return sent
  })

/** 1, 2, 4 … seconds, five minutes at most. */
const delaySeconds = (attempts: number): number => Math.min(retrySecondsMax, 2 ** Math.min(attempts, 20))

const trySend = async (
  { queue, live, log, orgId, requestId }: DispatchContext,
  row: { id: string; topic: string; payload: Record<string, unknown> },
): Promise<boolean> => {
  const { topic, payload } = row as unknown as OutboxMessage
  try {
    if (topic === 'run') await queue.send({ orgId, runId: payload.runId })
    else if (topic === 'live') await live.publish(orgId, payload)
    else throw new Error(`The outbox has no topic "${row.topic}".`)
    return true
  } catch (error) {
    log.warn('outbox-not-sent', {
      requestId,
      orgId,
      outboxId: row.id,
      topic: row.topic,
      reason: error instanceof Error ? error.message : String(error),
    })
    return false
  }
}
