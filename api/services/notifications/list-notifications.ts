import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { notifications } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { notificationQuery } from '../../contract/notifications.ts'
import type { Page } from '../../middleware/envelope.ts'
import { beforeCursor, cutPage } from '../shared/keyset.ts'
import { type Notification, requirePerson, toWire } from './internal.ts'

/** One's own messages, newest first. Throws `Forbidden` for an API key. */
export const listNotifications = async (
  ctx: Context,
  query: z.output<typeof notificationQuery>,
): Promise<Page<Notification[]>> => {
  requirePermission(ctx, 'organisation:read')
  const userId = requirePerson(ctx)
  const keys = [notifications.createdAt, notifications.id] as const
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select()
      .from(notifications)
      .where(
        and(
          eq(notifications.orgId, ctx.orgId),
          eq(notifications.userId, userId),
          query.unread === 'true' ? isNull(notifications.readAt) : undefined,
          beforeCursor(keys, query.cursor),
        ),
      )
      .orderBy(...keys.map((key) => desc(key)))
      .limit(query.limit + 1),
  ])
  return cutPage(rows, query.limit, toWire, (row) => [row.createdAt, row.id])
}

/** How many of one's own messages are unread. */
export const countUnread = async (ctx: Context): Promise<{ unread: number }> => {
  requirePermission(ctx, 'organisation:read')
  const userId = requirePerson(ctx)
  const [[row]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select({ unread: sql<number>`count(*)::int` })
      .from(notifications)
      .where(and(eq(notifications.orgId, ctx.orgId), eq(notifications.userId, userId), isNull(notifications.readAt))),
  ])
  return { unread: row?.unread ?? 0 }
}
