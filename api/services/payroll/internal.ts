// Pay periods and timesheets as rows and on the wire.
import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { employees, payPeriods, timesheets } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { payPeriodSchema, timesheetSchema } from '../../contract/payroll.ts'
import { NotFound } from '../../errors.ts'

export type PayPeriod = z.output<typeof payPeriodSchema>
export type Timesheet = z.output<typeof timesheetSchema>

export const periodColumns = {
  id: payPeriods.id,
  firstDay: payPeriods.firstDay,
  lastDay: payPeriods.lastDay,
  state: payPeriods.state,
  version: payPeriods.version,
}

/** A pay period, locked: for its step `update`, for sheets that lean on it `share`. Throws `NotFound`. */
export const lockPeriod = async (ctx: Context, tx: Tx, id: string, lock: 'update' | 'share'): Promise<PayPeriod> => {
  const [row] = await tx
    .select(periodColumns)
    .from(payPeriods)
    .where(and(eq(payPeriods.orgId, ctx.orgId), eq(payPeriods.id, id)))
    .for(lock)
  if (row === undefined) throw new NotFound('pay period', id)
  return row
}

export const sheetColumns = {
  id: timesheets.id,
  employeeId: timesheets.employeeId,
  employeeName: employees.name,
  employeeNumber: employees.number,
  payPeriodId: timesheets.payPeriodId,
  firstDay: payPeriods.firstDay,
  lastDay: payPeriods.lastDay,
  state: timesheets.state,
  workedMinutes: timesheets.workedMinutes,
  plannedMinutes: timesheets.plannedMinutes,
  costMinor: timesheets.costMinor,
  note: timesheets.note,
  decidedAt: timesheets.decidedAt,
  version: timesheets.version,
}
export const isPersonOfSheet = and(eq(employees.orgId, timesheets.orgId), eq(employees.id, timesheets.employeeId))
export const isPeriodOfSheet = and(eq(payPeriods.orgId, timesheets.orgId), eq(payPeriods.id, timesheets.payPeriodId))

export type SheetRow = Omit<Timesheet, 'decidedAt'> & { decidedAt: Date | null; employeeNumber: string }

/** Cost is null for readers without `costs:read`. */
export const toSheetWire = (
  ctx: Context,
  { decidedAt, costMinor, employeeNumber: _number, ...row }: SheetRow,
): Timesheet => ({
  ...row,
  costMinor: ctx.permissions.has('costs:read') ? costMinor : null,
  decidedAt: decidedAt?.toISOString() ?? null,
})

/** Throws `NotFound`. */
export const readSheet = async (ctx: Context, tx: Pick<Tx, 'select'>, id: string): Promise<SheetRow> => {
  const [row] = await tx
    .select(sheetColumns)
    .from(timesheets)
    .innerJoin(employees, isPersonOfSheet)
    .innerJoin(payPeriods, isPeriodOfSheet)
    .where(and(eq(timesheets.orgId, ctx.orgId), eq(timesheets.id, id)))
  if (row === undefined) throw new NotFound('timesheet', id)
  return row
}
