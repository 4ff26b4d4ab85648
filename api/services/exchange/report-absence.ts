import { and, asc, eq, gt, lt } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { absences, assignments, rosters, shifts, sites } from '../../../drizzle/schema/index.ts'
import type { Problem } from '../../../solver/model/problem.ts'
import type { Context } from '../../context.ts'
import type { absenceCreate, absenceResult } from '../../contract/exchange.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { announceRoster, saveRoster } from '../rosters/internal.ts'
import type { RosterRow } from '../rosters/planning-rows.ts'
import { isRosterOfAssignment, isShiftOfAssignment, isSiteOfShift } from '../shared/joins.ts'
import { spanInWords } from '../shared/local-words.ts'
import { notify } from '../shared/notify.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { readAbsence, toAbsenceWire } from './absence-rows.ts'
import { actingFor, lockPublished, type OpenShiftRow, requireSelfOr, toOpenShiftWire } from './internal.ts'
import { offerTo } from './offer-open-shift.ts'
import { loadShift, openShift } from './open-shift.ts'
import { problemOf, type StandIn, standInsOf } from './rank-stand-ins.ts'
import { settleExchanges } from './settle-exchanges.ts'

type Input = z.output<typeof absenceCreate>
type Result = z.output<typeof absenceResult>

/**
 * Takes a person who cannot come off the published shifts of that time. With `open`, a manager's report opens those shifts, ranks who
 * could stand in, and offers them to the nearest; without, they are listed for later. Nothing stops being ill: rules judge who comes
 * instead, not who goes.
 */
export const reportAbsence = async (ctx: Context, input: Input): Promise<Result> => {
  requireSelfOr(ctx, 'exchange:decide')
  const { result, saved } = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const employeeId = await actingFor(ctx, tx, input.employeeId, 'exchange:decide')
    const id = ctx.ids.next()
    const span = { startsAt: new Date(input.start), endsAt: new Date(input.end) }
    const note = input.note ?? null
    await tx
      .insert(absences)
      .values({ orgId: ctx.orgId, id, employeeId, kind: input.kind, ...span, note, reportedBy: ctx.user.id })
    const left = await leaveShifts(ctx, tx, employeeId, span)
    const saved: RosterRow[] = []
    for (const roster of left.rosters) saved.push(await saveRoster(tx, roster, ctx.orgId))
    await settleExchanges(ctx, tx)
    const opened = await openLeft(ctx, tx, input, { id, employeeId }, left.shifts)
    const absence = await readAbsence(ctx, tx, id)
    await tellPlanners(ctx, tx, absence.employeeName, span, left)
    await writeAudit(ctx, tx, {
      action: 'report-absence',
      entity: 'absence',
      entityId: id,
      details: { employeeId, kind: input.kind, shiftIds: left.shifts.map((shift) => shift.id) },
    })
    return { result: { ...toAbsenceWire(absence), ...opened }, saved }
  })
  for (const roster of saved) announceRoster(ctx, roster)
  ctx.waitUntil(dispatchOutbox(ctx))
  return result
}

type Left = { shifts: { id: string; rosterId: string }[]; rosters: RosterRow[]; zone: string }

/** Deletes the person's assignments to coming published shifts that touch the time; rosters are locked in the order of their ids. */
const leaveShifts = async (
  ctx: Context,
  tx: Tx,
  employeeId: string,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): Promise<Left> => {
  const rows = await tx
    .select({ id: assignments.shiftId, rosterId: assignments.rosterId, zone: sites.zone })
    .from(assignments)
    .innerJoin(rosters, isRosterOfAssignment)
    .innerJoin(shifts, isShiftOfAssignment)
    .innerJoin(sites, isSiteOfShift)
    .where(
      and(
        eq(assignments.orgId, ctx.orgId),
        eq(assignments.employeeId, employeeId),
        eq(rosters.state, 'published'),
        lt(assignments.startsAt, endsAt),
        gt(assignments.endsAt, startsAt),
        gt(assignments.startsAt, ctx.clock.now()),
      ),
    )
    .orderBy(asc(assignments.startsAt))
  const locked: RosterRow[] = []
  for (const rosterId of [...new Set(rows.map((row) => row.rosterId))].sort()) {
    // Whoever reports themselves ill reaches every roster they stand in.
    locked.push(await lockPublished({ ...ctx, siteIds: null }, tx, rosterId))
  }
  for (const { id } of rows) {
    await tx
      .delete(assignments)
      .where(and(eq(assignments.orgId, ctx.orgId), eq(assignments.shiftId, id), eq(assignments.employeeId, employeeId)))
  }
  return { shifts: rows.map(({ id, rosterId }) => ({ id, rosterId })), rosters: locked, zone: rows[0]?.zone ?? 'UTC' }
}

/** Who reports themselves ill opens nothing: that is for who decides about shifts. A shift with people enough is not opened either. */
const openLeft = async (
  ctx: Context,
  tx: Tx,
  { open }: Input,
  absence: { id: string; employeeId: string },
  left: Left['shifts'],
): Promise<Pick<Result, 'openShifts' | 'shiftsLeft' | 'standIns'>> => {
  if (open === undefined || !ctx.permissions.has('exchange:decide'))
    return { openShifts: [], shiftsLeft: left.map(({ id }) => id), standIns: {} }
  const openShifts: OpenShiftRow[] = []
  const shiftsLeft: string[] = []
  const standIns: Record<string, StandIn[]> = {}
  const problems = new Map<string, Problem>()
  for (const { id, rosterId } of left) {
    if ((await loadShift(ctx, tx, id)).missing < 1) {
      shiftsLeft.push(id)
      continue
    }
    const row = await openShift(ctx, tx, { shiftId: id, heads: 1, mode: open.mode, absenceId: absence.id })
    openShifts.push(row)
    if (!ctx.permissions.has('people:read')) continue
    const problem = problems.get(rosterId) ?? (await problemOf(ctx, tx, rosterId))
    problems.set(rosterId, problem)
    const ranked = await standInsOf(ctx, problem, id, absence.employeeId)
    standIns[row.id] = ranked
    const free = ranked.filter((person) => !person.isStopped).slice(0, open.offerTo)
    await offerTo(
      ctx,
      tx,
      row,
      free.map((person) => person.employeeId),
      null,
    )
  }
  return { openShifts: openShifts.map(toOpenShiftWire), shiftsLeft, standIns }
}

const tellPlanners = (
  ctx: Context,
  tx: Tx,
  employee: string,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  left: Left,
): Promise<void> =>
  notify(ctx, tx, {
    kind: 'absence-reported',
    to: { permission: 'exchange:decide' },
    data: { employee, when: spanInWords(startsAt, endsAt, left.zone), shifts: left.shifts.length },
  })
