import type { Tx } from '../../../../drizzle/client.ts'
import type { Context } from '../../../context.ts'
import type { NotificationKind } from '../../../contract/notifications.ts'
import { notify } from '../../shared/notify.ts'
import type { PlanningRows } from '../planning-rows.ts'

/** Tells everybody who stands in the roster. */
export const tellPeople = async (
  ctx: Context,
  tx: Tx,
  { roster, assignments }: Pick<PlanningRows, 'roster' | 'assignments'>,
  kind: NotificationKind,
  words: { message?: string } | { reason: string },
): Promise<void> => {
  const employeeIds = [...new Set(assignments.map(({ employeeId }) => employeeId))]
  if (employeeIds.length === 0) return
  const data = { roster: roster.name, rosterId: roster.id, ...words }
  await notify(ctx, tx, { kind, to: { employeeIds }, data })
}
