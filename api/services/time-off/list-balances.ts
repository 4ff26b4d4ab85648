import { and, asc, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { employees, timeOffBalances, timeOffTypes } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { balanceQuery, balanceSchema } from '../../contract/time-off.ts'
import type { Page } from '../../middleware/envelope.ts'
import { requireSelfOr } from '../exchange/internal.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { ofSelfOr } from '../shared/of-self-or.ts'

type Balance = z.output<typeof balanceSchema>

/** A page of balances by person and kind, one's own or everybody's for who reads people. Who never had an entry has no line. */
export const listBalances = async (ctx: Context, query: z.output<typeof balanceQuery>): Promise<Page<Balance[]>> => {
  requireSelfOr(ctx, 'people:read')
  const keys = [timeOffBalances.employeeId, timeOffBalances.typeId] as const
  const rows = await withOrg(ctx.db, ctx.orgId, async (tx) =>
    tx
      .select({
        employeeId: timeOffBalances.employeeId,
        employeeName: employees.name,
        typeId: timeOffBalances.typeId,
        typeName: timeOffTypes.name,
        unit: timeOffTypes.unit,
        minutes: timeOffBalances.minutes,
        minutesPerDay: timeOffTypes.minutesPerDay,
      })
      .from(timeOffBalances)
      .innerJoin(
        employees,
        and(eq(employees.orgId, timeOffBalances.orgId), eq(employees.id, timeOffBalances.employeeId)),
      )
      .innerJoin(
        timeOffTypes,
        and(eq(timeOffTypes.orgId, timeOffBalances.orgId), eq(timeOffTypes.id, timeOffBalances.typeId)),
      )
      .where(
        and(
          eq(timeOffBalances.orgId, ctx.orgId),
          await ofSelfOr(ctx, tx, 'people:read', timeOffBalances.employeeId),
          query.employeeId === undefined ? undefined : eq(timeOffBalances.employeeId, query.employeeId),
          query.typeId === undefined ? undefined : eq(timeOffBalances.typeId, query.typeId),
          afterCursor(keys, query.cursor),
        ),
      )
      .orderBy(...keys.map((key) => asc(key)))
      .limit(query.limit + 1),
  )
  return cutPage(
    rows,
    query.limit,
    (row) => row,
    (row) => [row.employeeId, row.typeId],
  )
}
