import { and, eq, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../drizzle/client.ts'
import type { Context } from '../../context.ts'
import { requireSelfOr } from '../exchange/internal.ts'
import { ownEmployee } from '../shared/own-employee.ts'
import { ofPeopleWithin } from '../shared/reach.ts'

/**
 * Condition for the people whose attendance may be read: all within reach with `attendance:read`, else oneself. Somebody named
 * narrows it further. Throws `Forbidden` for who may read neither.
 */
export const readableBy = async (
  ctx: Context,
  tx: Pick<Tx, 'select'>,
  employeeId: PgColumn,
  wanted: string | undefined,
): Promise<SQL | undefined> => {
  requireSelfOr(ctx, 'attendance:read')
  const isNamed = wanted === undefined ? undefined : eq(employeeId, wanted)
  if (ctx.permissions.has('attendance:read')) return and(ofPeopleWithin(ctx, employeeId), isNamed)
  return and(eq(employeeId, (await ownEmployee(ctx, tx)).id), isNamed)
}
