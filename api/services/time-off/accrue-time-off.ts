import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { employees, timeOffBalances, timeOffLedger, timeOffTypes } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { dueMonths, planAccruals } from './plan-accruals.ts'

const rowsAtOnce = 1000

/**
 * Gives the balances of one kind of leave what the months due bring, this one included; answers the entries written. Safe to repeat: the kind
 * keeps the month it was given last, and the ledger takes one entry for each person, kind and day.
 */
export const accrueTimeOff = (ctx: Context, typeId: string): Promise<number> =>
  withOrg(ctx.db, ctx.orgId, async (tx) => {
    const isType = and(eq(timeOffTypes.orgId, ctx.orgId), eq(timeOffTypes.id, typeId), isNull(timeOffTypes.deletedAt))
    const [type] = await tx.select().from(timeOffTypes).where(isType).for('update')
    if (type === undefined) return 0
    const months = dueMonths(type.accruedOn, ctx.clock.now().toISOString().slice(0, 10))
    let written = 0
    for (const month of months) {
      const entries = planAccruals(type, await holdersOf(ctx, tx, typeId, month), month)
      written += await writeEntries(ctx, tx, typeId, entries)
    }
    const last = months.at(-1)
    if (last === undefined) return 0
    await tx.update(timeOffTypes).set({ accruedOn: last }).where(isType)
    const details = { months, entries: written }
    await writeAudit(ctx, tx, { action: 'accrue-time-off', entity: 'time off balance', entityId: typeId, details })
    return written
  })

/** Everybody of the organisation with their balance, one statement for all. */
const holdersOf = (ctx: Context, tx: Tx, typeId: string, month: string) => {
  const isEntry = and(
    eq(timeOffLedger.orgId, ctx.orgId),
    eq(timeOffLedger.typeId, typeId),
    sql`${timeOffLedger.effectiveOn} < ${month}`,
  )
  const before = tx
    .select({
      employeeId: timeOffLedger.employeeId,
      minutes: sql<number>`sum(${timeOffLedger.minutes})::int`.as('minutes_before'),
    })
    .from(timeOffLedger)
    .where(isEntry)
    .groupBy(timeOffLedger.employeeId)
    .as('before')
  return tx
    .select({
      employeeId: employees.id,
      hiredOn: employees.hiredOn,
      terminatedOn: employees.terminatedOn,
      minutes: sql<number>`coalesce(${timeOffBalances.minutes}, 0)`,
      minutesAtYearEnd: sql<number>`coalesce(${before.minutes}, 0)`,
    })
    .from(employees)
    .leftJoin(
      timeOffBalances,
      and(
        eq(timeOffBalances.orgId, employees.orgId),
        eq(timeOffBalances.employeeId, employees.id),
        eq(timeOffBalances.typeId, typeId),
      ),
    )
    .leftJoin(before, eq(before.employeeId, employees.id))
    .where(and(eq(employees.orgId, ctx.orgId), isNull(employees.deletedAt), eq(employees.state, 'active')))
}

const writeEntries = async (
  ctx: Context,
  tx: Tx,
  typeId: string,
  entries: ReturnType<typeof planAccruals>,
): Promise<number> => {
  let written = 0
  for (let from = 0; from < entries.length; from += rowsAtOnce) {
    const rows = entries
      .slice(from, from + rowsAtOnce)
      .map((entry) => ({ ...entry, orgId: ctx.orgId, id: ctx.ids.next(), typeId }))
    const kept = await tx.insert(timeOffLedger).values(rows).onConflictDoNothing().returning({ id: timeOffLedger.id })
    written += kept.length
  }
  return written
}
