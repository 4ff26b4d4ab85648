import { and, eq } from 'drizzle-orm'
import { readAsOrg, withOrg } from '../../../drizzle/client.ts'
import { notificationPreferences } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { defaultNotificationPreferences, type NotificationPreferences } from '../../contract/notifications.ts'
import { requirePerson } from './internal.ts'

/** How one wants to be told, in this organisation. */
export const getPreferences = async (ctx: Context): Promise<NotificationPreferences> => {
  requirePermission(ctx, 'organisation:read')
  const userId = requirePerson(ctx)
  const [[row]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select({
        mutedKinds: notificationPreferences.mutedKinds,
        email: notificationPreferences.email,
        digest: notificationPreferences.digest,
        quietFromHour: notificationPreferences.quietFromHour,
        quietUntilHour: notificationPreferences.quietUntilHour,
        remindMinutesBefore: notificationPreferences.remindMinutesBefore,
      })
      .from(notificationPreferences)
      .where(and(eq(notificationPreferences.orgId, ctx.orgId), eq(notificationPreferences.userId, userId))),
  ])
  if (row === undefined) return defaultNotificationPreferences
  return { ...row, mutedKinds: row.mutedKinds as NotificationPreferences['mutedKinds'] }
}

/** Replaces one's own preferences as a whole. The last one to save has it: nobody else writes them. */
export const putPreferences = async (
  ctx: Context,
  preferences: NotificationPreferences,
): Promise<NotificationPreferences> => {
  requirePermission(ctx, 'organisation:read')
  const userId = requirePerson(ctx)
  await withOrg(ctx.db, ctx.orgId, (tx) =>
    tx
      .insert(notificationPreferences)
      .values({ orgId: ctx.orgId, userId, ...preferences })
      .onConflictDoUpdate({
        target: [notificationPreferences.orgId, notificationPreferences.userId],
        set: preferences,
      }),
  )
  return preferences
}
