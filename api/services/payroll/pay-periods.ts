import { and, asc, count, eq, gte, inArray, lte, ne } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { payPeriods, timesheets } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { payPeriodQuery, payPeriodStep, payPeriodsCreate } from '../../contract/payroll.ts'
import { Conflict } from '../../errors.ts'
import type { Page } from '../../middleware/envelope.ts'
import { requireSelfOr } from '../exchange/internal.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { lockPeriod, type PayPeriod, periodColumns } from './internal.ts'
import { planPeriods } from './plan-periods.ts'

/** Makes a series of open periods, all or none. Overlapping ones escape as the violated constraint. */
export const createPayPeriods = async (
  ctx: Context,
  input: z.output<typeof payPeriodsCreate>,
): Promise<PayPeriod[]> => {
  requirePermission(ctx, 'payroll:write')
  const days = planPeriods(input.firstDay, input.length, input.count)
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const rows = await tx
      .insert(payPeriods)
      .values(days.map((span) => ({ orgId: ctx.orgId, id: ctx.ids.next(), ...span })))
      .returning(periodColumns)
    await writeAudit(ctx, tx, { action: 'create-pay-periods', entity: 'pay period', details: input })
    return rows
  })
}

/** Periods that touch the days asked for, by their first day. */
export const listPayPeriods = async (
  ctx: Context,
  query: z.output<typeof payPeriodQuery>,
): Promise<Page<PayPeriod[]>> => {
  requireSelfOr(ctx, 'attendance:read')
  const keys = [payPeriods.firstDay, payPeriods.id] as const
  const rows = await withOrg(ctx.db, ctx.orgId, (tx) =>
    tx
      .select(periodColumns)
      .from(payPeriods)
      .where(
        and(
          eq(payPeriods.orgId, ctx.orgId),
          query.from === undefined ? undefined : gte(payPeriods.lastDay, query.from),
          query.to === undefined ? undefined : lte(payPeriods.firstDay, query.to),
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
    (row) => [row.firstDay, row.id],
  )
}

/**
 * Moves a period on: open, closed, processing, final; one step back before it is final. Closing waits until every submitted
 * timesheet is decided. Throws `Conflict`, `VersionConflict`; a step there is not escapes as the violated constraint.
 */
export const stepPayPeriod = async (
  ctx: Context,
  id: string,
  version: number,
  { state }: z.output<typeof payPeriodStep>,
): Promise<PayPeriod> => {
  requirePermission(ctx, 'payroll:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await lockPeriod(ctx, tx, id, 'update')
    requireVersion('pay period', stored, version)
    const ofPeriod = and(eq(timesheets.orgId, ctx.orgId), eq(timesheets.payPeriodId, id))
    const isUndecided = and(ofPeriod, inArray(timesheets.state, ['submitted']))
    const [undecided] = await tx.select({ sheets: count() }).from(timesheets).where(isUndecided)
    if (state === 'closed' && stored.state === 'open' && (undecided?.sheets ?? 0) > 0) {
      throw new Conflict(
        'conflict',
        `${undecided?.sheets} timesheets of this period are not decided. Decide them first.`,
      )
    }
    const [row] = await tx
      .update(payPeriods)
      .set({ state, version: version + 1 })
      .where(and(eq(payPeriods.orgId, ctx.orgId), eq(payPeriods.id, id), ne(payPeriods.state, state)))
      .returning(periodColumns)
    if (row === undefined) throw new Conflict('conflict', `The period is already ${state}.`, { state })
    await writeAudit(ctx, tx, {
      action: 'step-pay-period',
      entity: 'pay period',
      entityId: id,
      before: { state: stored.state },
      after: { state },
    })
    return one([row])
  })
}
