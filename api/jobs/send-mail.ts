// The outbox's e-mails: single ones and the daily digest.
import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../drizzle/client.ts'
import { notifications } from '../../drizzle/schema/index.ts'
import type { MailPort } from '../../platform/mail.ts'
import type { Log } from '../context.ts'
import { notificationWords } from '../contract/notification-words.ts'
import type { NotificationData, NotificationKind } from '../contract/notifications.ts'
import { writeDigest, writeMail } from './write-mail.ts'

const digestMax = 50

export type EmailPayload = { to: string; kind: NotificationKind; data: NotificationData }
export type DigestPayload = { userId: string; to: string; since: string }

type MailContext = {
  orgId: string
  requestId: string
  mail: MailPort | null
  settings: { publicUrl: string }
  log: Log
}

/** Rejects when the provider is away. Without a provider nothing is sent, and the log says so. */
export const sendEmail = (ctx: MailContext, rowId: string, { to, kind, data }: EmailPayload): Promise<void> =>
  post(ctx, rowId, to, writeMail(notificationWords(kind, data), ctx.settings.publicUrl))

/** What the user has not read since the digest began to wait; nothing is sent when all of it is read. */
export const sendDigest = async (ctx: MailContext, tx: Tx, rowId: string, payload: DigestPayload): Promise<void> => {
  const rows = await tx
    .select({ kind: notifications.kind, data: notifications.data })
    .from(notifications)
    .where(
      and(
        eq(notifications.orgId, ctx.orgId),
        eq(notifications.userId, payload.userId),
        isNull(notifications.readAt),
        gte(notifications.createdAt, sql`${payload.since}::timestamptz`),
      ),
    )
    .orderBy(asc(notifications.createdAt), asc(notifications.id))
    .limit(digestMax)
  if (rows.length === 0) return
  const messages = rows.map(({ kind, data }) => notificationWords(kind as NotificationKind, data as NotificationData))
  await post(ctx, rowId, payload.to, writeDigest(messages, ctx.settings.publicUrl))
}

const post = async (
  { mail, log, orgId, requestId }: MailContext,
  rowId: string,
  to: string,
  letter: { subject: string; text: string; html: string },
): Promise<void> => {
  const outcome = mail === null ? 'no-provider' : await mail.send({ to, ...letter, idempotencyKey: rowId })
  if (outcome !== 'sent') log.warn('mail-not-sent', { requestId, orgId, outboxId: rowId, reason: outcome })
}
