import type { Tx } from '../../../drizzle/client.ts'
import { outbox } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { NotificationData, NotificationKind } from '../../contract/notifications.ts'
import type { Permission } from '../../contract/permissions.ts'

/** Who is to hear it. A person without a login gets the e-mail alone; who may do something is found when it is delivered. */
export type Audience = {
  employeeIds?: readonly string[]
  userIds?: readonly string[]
  /** Every member with this permission. */
  permission?: Permission
}

export type Notice = {
  kind: NotificationKind
  to: Audience
  data: NotificationData
  /** Told once to each person, however often it is written: "reminder:<assignment>". */
  onceKey?: string
}

/**
 * Tells people something, in the transaction of the act itself: the outbox delivers it in the app and by e-mail as each one wants.
 * The verb calls `ctx.waitUntil(dispatchOutbox(ctx))` after its commit, else the sweep sends it within a minute.
 */
export const notify = async (
  ctx: Pick<Context, 'orgId' | 'ids'>,
  tx: Pick<Tx, 'insert'>,
  ...notices: readonly Notice[]
): Promise<void> => {
  if (notices.length === 0) return
  await tx
    .insert(outbox)
    .values(
      notices.map((notice) => ({ orgId: ctx.orgId, id: ctx.ids.next(), topic: 'notify', payload: { ...notice } })),
    )
}
