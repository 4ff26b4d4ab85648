// One notice of the outbox becomes a line in each person's list and, where they want it, an e-mail.
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../drizzle/client.ts'
import { notifications, outbox } from '../../drizzle/schema/index.ts'
import type { Clock, Ids } from '../context.ts'
import type { Notice } from '../services/shared/notify.ts'
import { afterQuietHours, nextDigest } from './mail-times.ts'
import { type Recipient, recipientsOf } from './recipients.ts'

type DeliveryContext = { orgId: string; clock: Clock; ids: Ids }

/** Answers the users who have something new. Repeated, it adds nothing for a notice with a `onceKey`. */
export const deliverNotice = async (ctx: DeliveryContext, tx: Tx, notice: Notice): Promise<string[]> => {
  const recipients = await recipientsOf(tx, ctx.orgId, notice.to)
  // One moment for all: a digest begins with the message that made it wait.
  const now = ctx.clock.now()
  const told = await tellInApp(ctx, tx, notice, recipients, now)
  for (const recipient of recipients) {
    if (recipient.userId !== null && !told.has(recipient.userId)) continue
    await planMail(ctx, tx, notice, recipient, now)
  }
  return [...told]
}

const tellInApp = async (ctx: DeliveryContext, tx: Tx, notice: Notice, recipients: readonly Recipient[], now: Date) => {
  const rows = recipients.flatMap(({ userId }) =>
    userId === null
      ? []
      : [
          {
            orgId: ctx.orgId,
            id: ctx.ids.next(),
            userId,
            kind: notice.kind,
            data: notice.data,
            onceKey: notice.onceKey ?? null,
            createdAt: now,
          },
        ],
  )
  if (rows.length === 0) return new Set<string>()
  const added = await tx
    .insert(notifications)
    .values(rows)
    .onConflictDoNothing()
    .returning({ userId: notifications.userId })
  return new Set(added.map(({ userId }) => userId))
}

/** An e-mail is an outbox row of its own: it waits for the end of quiet hours, and its provider may be away for hours. */
const planMail = async (
  ctx: DeliveryContext,
  tx: Tx,
  { kind, data }: Notice,
  recipient: Recipient,
  now: Date,
): Promise<void> => {
  const { email, preferences, userId, zone } = recipient
  if (email === null || !preferences.email || preferences.mutedKinds.includes(kind)) return
  const row = { orgId: ctx.orgId, id: ctx.ids.next() }
  if (preferences.digest && userId !== null) {
    const isWaiting = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(
        and(
          eq(outbox.orgId, ctx.orgId),
          eq(outbox.topic, 'digest'),
          isNull(outbox.sentAt),
          sql`${outbox.payload} ->> 'userId' = ${userId}`,
        ),
      )
      .limit(1)
    if (isWaiting.length > 0) return
    await tx.insert(outbox).values({
      ...row,
      topic: 'digest',
      payload: { userId, to: email, since: now.toISOString() },
      availableAt: nextDigest(now, zone),
    })
    return
  }
  await tx.insert(outbox).values({
    ...row,
    topic: 'email',
    payload: { to: email, kind, data },
    availableAt: afterQuietHours(now, zone, preferences),
  })
}
