import { and, eq, isNull } from 'drizzle-orm'
import { withOrg } from '../../../drizzle/client.ts'
import { notifications } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { type Notification, requirePerson, toWire } from './internal.ts'

/** Marks one of one's own messages as read; again it changes nothing. Throws `NotFound`, also for somebody else's. */
export const readNotification = async (ctx: Context, id: string): Promise<Notification> => {
  requirePermission(ctx, 'organisation:read')
  const userId = requirePerson(ctx)
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const isOwn = and(eq(notifications.orgId, ctx.orgId), eq(notifications.id, id), eq(notifications.userId, userId))
    await tx
      .update(notifications)
      .set({ readAt: ctx.clock.now() })
      .where(and(isOwn, isNull(notifications.readAt)))
    const [row] = await tx.select().from(notifications).where(isOwn)
    if (row === undefined) throw new NotFound('notification', id)
    return toWire(row)
  })
}

/** Marks all of one's own messages as read; answers that none is left. */
export const readAllNotifications = async (ctx: Context): Promise<{ unread: number }> => {
  requirePermission(ctx, 'organisation:read')
  const userId = requirePerson(ctx)
  await withOrg(ctx.db, ctx.orgId, (tx) =>
    tx
      .update(notifications)
      .set({ readAt: ctx.clock.now() })
      .where(and(eq(notifications.orgId, ctx.orgId), eq(notifications.userId, userId), isNull(notifications.readAt))),
  )
  return { unread: 0 }
}
