// What the verbs of time off share.
import { and, eq, isNull, sql } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { timeOffBalances, timeOffRequests } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { Permission } from '../../contract/permissions.ts'
import type { timeOffSchema } from '../../contract/time-off.ts'
import { NotFound } from '../../errors.ts'
import { ofSelfOr } from '../shared/of-self-or.ts'

export type TimeOff = z.output<typeof timeOffSchema>

export const columns = {
  id: timeOffRequests.id,
  employeeId: timeOffRequests.employeeId,
  startsAt: timeOffRequests.startsAt,
  endsAt: timeOffRequests.endsAt,
  typeId: timeOffRequests.typeId,
  minutes: timeOffRequests.minutes,
  reason: timeOffRequests.reason,
  state: timeOffRequests.state,
  version: timeOffRequests.version,
}
export type TimeOffRow = Omit<TimeOff, 'start' | 'end'> & { startsAt: Date; endsAt: Date }

/** A row in the wire's words. */
export const toTimeOff = ({ startsAt, endsAt, ...row }: TimeOffRow): TimeOff => ({
  ...row,
  start: startsAt.toISOString(),
  end: endsAt.toISOString(),
})

/** Condition for one record of the organisation that is not deleted. */
export const isThis = (orgId: string, id: string) =>
  and(eq(timeOffRequests.orgId, orgId), eq(timeOffRequests.id, id), isNull(timeOffRequests.deletedAt))

/**
 * One's own request, or anybody's within reach for who has the permission. Throws `NotFound`, also for one of another
 * organisation.
 */
export const readTimeOff = async (ctx: Context, tx: Tx, id: string, permission: Permission): Promise<TimeOffRow> => {
  const isReached = await ofSelfOr(ctx, tx, permission, timeOffRequests.employeeId)
  const [row] = await tx
    .select(columns)
    .from(timeOffRequests)
    .where(and(isThis(ctx.orgId, id), isReached))
  if (row === undefined) throw new NotFound('time off', id)
  return row
}

/** The same, locked until the transaction ends. */
export const lockTimeOff = async (ctx: Context, tx: Tx, id: string, permission: Permission): Promise<TimeOffRow> => {
  await tx.select({ id: timeOffRequests.id }).from(timeOffRequests).where(isThis(ctx.orgId, id)).for('update')
  return readTimeOff(ctx, tx, id, permission)
}

/** What is left of a kind in minutes; 0 where there was never an entry. */
export const balanceOf = async (
  ctx: Context,
  tx: Tx,
  { employeeId, typeId }: { employeeId: string; typeId: string | null },
): Promise<number> => {
  const [row] = await tx
    .select({ minutes: timeOffBalances.minutes })
    .from(timeOffBalances)
    .where(
      and(
        eq(timeOffBalances.orgId, ctx.orgId),
        eq(timeOffBalances.employeeId, employeeId),
        sql`${timeOffBalances.typeId} = ${typeId}`,
      ),
    )
  return row?.minutes ?? 0
}
