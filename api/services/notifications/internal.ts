// What the verbs of messages share.
import type * as z from 'zod'
import type { notifications } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { notificationWords } from '../../contract/notification-words.ts'
import type { NotificationData, NotificationKind, notificationSchema } from '../../contract/notifications.ts'
import { Forbidden } from '../../errors.ts'

export type Notification = z.output<typeof notificationSchema>
type Row = typeof notifications.$inferSelect

/** Messages belong to a person: throws `Forbidden` for an API key. */
export const requirePerson = (ctx: Context): string => {
  if (ctx.apiKeyId !== null) throw new Forbidden('An API key has no messages. Sign in as a person to read them.')
  return ctx.user.id
}

export const toWire = (row: Row): Notification => {
  const kind = row.kind as NotificationKind
  const data = row.data as NotificationData
  return {
    id: row.id,
    kind,
    data,
    ...notificationWords(kind, data),
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  }
}
