import { and, eq, gte, lte } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { payPeriods, sites, timeCorrections, timeEntries, timesheets } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { attendanceDecision } from '../../contract/attendance.ts'
import { Conflict, Forbidden } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { isOwnRecord, requireSelfOr } from '../exchange/internal.ts'
import { localDay } from '../rosters/local-time.ts'
import { spanInWords } from '../shared/local-words.ts'
import { notify } from '../shared/notify.ts'
import { ownEmployee } from '../shared/own-employee.ts'
import { requirePeopleWithin } from '../shared/reach.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Correction, type CorrectionRow, lockPending, readCorrection, toCorrectionWire } from './corrections.ts'
import { attendanceSettings } from './internal.ts'
import { minutesWorked } from './settle-entry.ts'

/**
 * Approves a correction, which changes or adds the entry, or rejects it; the person is told. Nobody decides about their own. Throws
 * `Conflict` where it was decided before or the timesheet is approved; a closed pay period escapes as the violated constraint.
 */
export const decideCorrection = async (
  ctx: Context,
  id: string,
  version: number,
  { accept, note }: z.output<typeof attendanceDecision>,
): Promise<Correction> => {
  requirePermission(ctx, 'attendance:decide')
  const decided = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const row = await lockPending(ctx, tx, id, version)
    await requirePeopleWithin(ctx, tx, [row.employeeId])
    if (await isOwnRecord(ctx, tx, row.employeeId)) {
      throw new Forbidden('Nobody decides about their own time. Ask somebody else to.')
    }
    const { zone } = await attendanceSettings(ctx, tx)
    if (accept) await putRight(ctx, tx, row, zone)
    const decision = accept ? ('approved' as const) : ('rejected' as const)
    await setState(ctx, tx, row, { state: decision, note: note ?? null })
    await notify(ctx, tx, {
      kind: 'correction-decided',
      to: { employeeIds: [row.employeeId] },
      data: { decision, when: spanInWords(row.startsAt, row.endsAt, zone), ...(note && { note }), correctionId: id },
    })
    return toCorrectionWire(await readCorrection(ctx, tx, id))
  })
  ctx.waitUntil(dispatchOutbox(ctx))
  return decided
}

/** Takes a correction back that still waits. Throws `Forbidden` for somebody else's without `attendance:decide`. */
export const cancelCorrection = async (ctx: Context, id: string, version: number): Promise<Correction> => {
  requireSelfOr(ctx, 'attendance:decide')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const own = ctx.permissions.has('attendance:decide') ? null : await ownEmployee(ctx, tx)
    const row = await lockPending(ctx, tx, id, version)
    if (own === null) await requirePeopleWithin(ctx, tx, [row.employeeId])
    else if (row.employeeId !== own.id) throw new Forbidden('This correction is not yours.')
    await setState(ctx, tx, row, { state: 'cancelled' })
    return toCorrectionWire(await readCorrection(ctx, tx, id))
  })
}

const setState = async (
  ctx: Context,
  tx: Tx,
  row: CorrectionRow,
  change: { state: 'approved' | 'rejected' | 'cancelled'; note?: string | null },
): Promise<void> => {
  const isThis = and(eq(timeCorrections.orgId, ctx.orgId), eq(timeCorrections.id, row.id))
  const decided = { decidedBy: ctx.user.id, decidedAt: ctx.clock.now(), version: row.version + 1 }
  await tx
    .update(timeCorrections)
    .set({ ...change, ...decided })
    .where(isThis)
  await writeAudit(ctx, tx, {
    action: `${change.state === 'approved' ? 'approve' : change.state === 'rejected' ? 'reject' : 'cancel'}-correction`,
    entity: 'time correction',
    entityId: row.id,
    details: { employeeId: row.employeeId, entryId: row.entryId },
  })
}

/** Writes what was asked for: asked times count as they are, without grace or rounding. */
const putRight = async (ctx: Context, tx: Tx, row: CorrectionRow, zone: string): Promise<void> => {
  const isEntry = and(eq(timeEntries.orgId, ctx.orgId), eq(timeEntries.id, row.entryId ?? row.id))
  const [entry] = row.entryId === null ? [] : await tx.select().from(timeEntries).where(isEntry).for('update')
  const settled = {
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    breakMinutes: row.breakMinutes,
    workedMinutes: minutesWorked(row.startsAt, row.endsAt, row.breakMinutes),
    state: 'corrected' as const,
    leftEarly: false,
  }
  const day = entry?.day ?? localDay(row.startsAt, await zoneOf(ctx, tx, row.siteId, zone))
  await requireUndecidedSheet(ctx, tx, row.employeeId, day)
  if (entry) {
    await tx
      .update(timeEntries)
      .set({ ...settled, siteId: row.siteId ?? entry.siteId, version: entry.version + 1 })
      .where(isEntry)
    return
  }
  await tx.insert(timeEntries).values({
    orgId: ctx.orgId,
    id: ctx.ids.next(),
    employeeId: row.employeeId,
    siteId: row.siteId,
    day,
    clockedInAt: row.startsAt,
    clockedOutAt: row.endsAt,
    ...settled,
  })
}

const zoneOf = async (ctx: Context, tx: Tx, siteId: string | null, otherwise: string): Promise<string> => {
  if (siteId === null) return otherwise
  const isSite = and(eq(sites.orgId, ctx.orgId), eq(sites.id, siteId))
  const [site] = await tx.select({ zone: sites.zone }).from(sites).where(isSite)
  return site?.zone ?? otherwise
}

/** The numbers of an approved timesheet stand still, so what they were counted from does as well. */
const requireUndecidedSheet = async (ctx: Context, tx: Tx, employeeId: string, day: string): Promise<void> => {
  const [approved] = await tx
    .select({ id: timesheets.id })
    .from(timesheets)
    .innerJoin(payPeriods, and(eq(payPeriods.orgId, timesheets.orgId), eq(payPeriods.id, timesheets.payPeriodId)))
    .where(
      and(
        eq(timesheets.orgId, ctx.orgId),
        eq(timesheets.employeeId, employeeId),
        eq(timesheets.state, 'approved'),
        lte(payPeriods.firstDay, day),
        gte(payPeriods.lastDay, day),
      ),
    )
  if (approved === undefined) return
  throw new Conflict('conflict', `The timesheet that holds ${day} is approved. Reject it first.`, { id: approved.id })
}
