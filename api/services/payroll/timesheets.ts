import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { employees, payPeriods, timeEntries, timesheets } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { attendanceDecision } from '../../contract/attendance.ts'
import type { timesheetQuery, timesheetSubmit } from '../../contract/payroll.ts'
import { Conflict, Forbidden } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import type { Page } from '../../middleware/envelope.ts'
import { readableBy } from '../attendance/readable-by.ts'
import { loadPayTerms, workDone } from '../costs/load-work.ts'
import { priceWork } from '../costs/price-work.ts'
import { actingFor, isOwnRecord, requireSelfOr } from '../exchange/internal.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { notify } from '../shared/notify.ts'
import { requirePeopleWithin } from '../shared/reach.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { countSheet } from './count-sheet.ts'
import {
  isPeriodOfSheet,
  isPersonOfSheet,
  lockPeriod,
  readSheet,
  type SheetRow,
  sheetColumns,
  type Timesheet,
  toSheetWire,
} from './internal.ts'

/**
 * Hands in a person's time of a period; again after a rejection. Throws `NotFound`, and `Conflict` where the period is not open, an
 * entry has no end, a correction waits, or the sheet was handed in before.
 */
export const submitTimesheet = async (ctx: Context, input: z.output<typeof timesheetSubmit>): Promise<Timesheet> => {
  requireSelfOr(ctx, 'attendance:decide')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const employeeId = await actingFor(ctx, tx, input.employeeId, 'attendance:decide')
    const period = await lockPeriod(ctx, tx, input.payPeriodId, 'share')
    if (period.state !== 'open') throw new Conflict('conflict', `The pay period is ${period.state}, not open.`)
    const minutes = await countSheet(ctx, tx, { employeeId, ...period })
    const key = { orgId: ctx.orgId, employeeId, payPeriodId: period.id }
    const submitted = { state: 'submitted' as const, ...minutes, note: null, costMinor: null }
    const [row] = await tx
      .insert(timesheets)
      .values({ ...key, id: ctx.ids.next(), ...submitted })
      .onConflictDoUpdate({
        target: [timesheets.orgId, timesheets.employeeId, timesheets.payPeriodId],
        set: { ...submitted, version: sqlNextVersion },
        setWhere: inArray(timesheets.state, ['open', 'rejected']),
      })
      .returning({ id: timesheets.id })
    if (row === undefined) throw new Conflict('conflict', 'This timesheet was handed in before.')
    await writeAudit(ctx, tx, { action: 'submit-timesheet', entity: 'timesheet', entityId: row.id, details: minutes })
    return toSheetWire(ctx, await readSheet(ctx, tx, row.id))
  })
}

/**
 * Approves a timesheet, whose numbers then stand still with their cost, or rejects one, also after approval; the person is told.
 * Nobody decides about their own. Throws `NotFound`, `VersionConflict`, `Conflict`.
 */
export const decideTimesheet = async (
  ctx: Context,
  id: string,
  version: number,
  { accept, note }: z.output<typeof attendanceDecision>,
): Promise<Timesheet> => {
  requirePermission(ctx, 'attendance:decide')
  const sheet = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const isThis = and(eq(timesheets.orgId, ctx.orgId), eq(timesheets.id, id))
    await tx.select({ id: timesheets.id }).from(timesheets).where(isThis).for('update')
    const stored = await readSheet(ctx, tx, id)
    await requirePeopleWithin(ctx, tx, [stored.employeeId])
    requireVersion('timesheet', stored, version)
    await requireDecidable(ctx, tx, stored, accept)
    const state = accept ? ('approved' as const) : ('rejected' as const)
    const numbers = accept
      ? { ...(await countSheet(ctx, tx, stored)), costMinor: await costOfSheet(ctx, tx, stored) }
      : { costMinor: null }
    const decided = { decidedBy: ctx.user.id, decidedAt: ctx.clock.now(), note: note ?? null }
    await tx
      .update(timesheets)
      .set({ state, ...numbers, ...decided, version: version + 1 })
      .where(isThis)
    const when = `${stored.firstDay} to ${stored.lastDay}`
    await notify(ctx, tx, {
      kind: 'timesheet-decided',
      to: { employeeIds: [stored.employeeId] },
      data: { decision: state, when, ...(note && { note }), timesheetId: id },
    })
    await writeAudit(ctx, tx, {
      action: accept ? 'approve-timesheet' : 'reject-timesheet',
      entity: 'timesheet',
      entityId: id,
      details: { employeeId: stored.employeeId },
    })
    return toSheetWire(ctx, await readSheet(ctx, tx, id))
  })
  ctx.waitUntil(dispatchOutbox(ctx))
  return sheet
}

const sqlNextVersion = sql`${timesheets.version} + 1`

const requireDecidable = async (ctx: Context, tx: Tx, sheet: SheetRow, accept: boolean): Promise<void> => {
  if (await isOwnRecord(ctx, tx, sheet.employeeId)) {
    throw new Forbidden('Nobody decides about their own time. Ask somebody else to.')
  }
  const period = await lockPeriod(ctx, tx, sheet.payPeriodId, 'share')
  if (period.state !== 'open') throw new Conflict('conflict', `The pay period is ${period.state}. Open it again first.`)
  const mayBe = accept ? ['submitted'] : ['submitted', 'approved']
  if (mayBe.includes(sheet.state)) return
  throw new Conflict('conflict', `The timesheet is ${sheet.state}. It must be handed in first.`, { state: sheet.state })
}

/** By the engine's pricing, as planned cost is. */
const costOfSheet = async (ctx: Context, tx: Tx, { employeeId, firstDay, lastDay }: SheetRow): Promise<number> => {
  const span = { from: firstDay, to: lastDay }
  const everybody = { ...ctx, siteIds: null, departmentIds: null }
  const terms = await loadPayTerms(everybody, tx, span)
  const work = await workDone(everybody, tx, span, eq(timeEntries.employeeId, employeeId))
  return priceWork(terms, work)
    .filter(({ day }) => day >= firstDay)
    .reduce((sum, { payMinor }) => sum + payMinor, 0)
}

/** Timesheets by person: one's own, or everybody's within reach for who reads attendance. */
export const listTimesheets = async (
  ctx: Context,
  query: z.output<typeof timesheetQuery>,
): Promise<Page<Timesheet[]>> => {
  const keys = [timesheets.id] as const
  const rows = await withOrg(ctx.db, ctx.orgId, async (tx) =>
    tx
      .select(sheetColumns)
      .from(timesheets)
      .innerJoin(employees, isPersonOfSheet)
      .innerJoin(payPeriods, isPeriodOfSheet)
      .where(
        and(
          eq(timesheets.orgId, ctx.orgId),
          await readableBy(ctx, tx, timesheets.employeeId, undefined),
          query.payPeriodId === undefined ? undefined : eq(timesheets.payPeriodId, query.payPeriodId),
          query.state === undefined ? undefined : eq(timesheets.state, query.state),
          afterCursor(keys, query.cursor),
        ),
      )
      .orderBy(...keys.map((key) => asc(key)))
      .limit(query.limit + 1),
  )
  return cutPage(
    rows,
    query.limit,
    (row) => toSheetWire(ctx, row),
    (row) => [row.id],
  )
}
