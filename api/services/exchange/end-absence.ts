import { and, asc, eq, gte } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { absences, openShifts, shifts } from '../../../drizzle/schema/index.ts'
import { type Context, requireVersion } from '../../context.ts'
import type { absenceEndResult } from '../../contract/exchange.ts'
import { Conflict } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { applyJudged, judgeIn } from '../rosters/apply-change.ts'
import { announceRoster } from '../rosters/internal.ts'
import type { RosterRow } from '../rosters/planning-rows.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { readAbsence, toAbsenceWire } from './absence-rows.ts'
import { actingFor, isShiftOfOpen, lockOpenShift, requireSelfOr } from './internal.ts'
import { loseClaims } from './settle-exchanges.ts'

/**
 * The person is back, or it was a mistake: coming shifts of the absence that nobody has taken are theirs again where the rules still
 * allow it (`restored`); the others are named (`taken`). Throws `Conflict` for an absence that has ended.
 */
export const endAbsence = async (
  ctx: Context,
  id: string,
  version: number,
): Promise<z.output<typeof absenceEndResult>> => {
  requireSelfOr(ctx, 'exchange:decide')
  const { result, saved } = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const isThis = and(eq(absences.orgId, ctx.orgId), eq(absences.id, id))
    await tx.select({ id: absences.id }).from(absences).where(isThis).for('update')
    const absence = await readAbsence(ctx, tx, id)
    await actingFor(ctx, tx, absence.employeeId, 'exchange:decide')
    requireVersion('absence', absence, version)
    if (absence.endedAt !== null)
      throw new Conflict('conflict', 'The absence has ended already. Load it again.', { id })
    const now = ctx.clock.now()
    // Never before it began: then it did not happen at all.
    await tx
      .update(absences)
      .set({ endedAt: new Date(Math.max(now.getTime(), absence.startsAt.getTime())), version: version + 1 })
      .where(isThis)
    const back = await takeBack(ctx, tx, id, absence.employeeId)
    const details = { restored: back.restored, taken: back.taken }
    await writeAudit(ctx, tx, { action: 'end-absence', entity: 'absence', entityId: id, details })
    return { result: { ...toAbsenceWire(await readAbsence(ctx, tx, id)), ...details }, saved: back.saved }
  })
  for (const roster of saved) announceRoster(ctx, roster)
  ctx.waitUntil(dispatchOutbox(ctx))
  return result
}

type Back = { restored: string[]; taken: string[]; saved: RosterRow[] }

const takeBack = async (ctx: Context, tx: Tx, absenceId: string, employee: string): Promise<Back> => {
  const rows = await tx
    .select({ id: openShifts.id, shiftId: openShifts.shiftId })
    .from(openShifts)
    .innerJoin(shifts, isShiftOfOpen)
    .where(
      and(eq(openShifts.orgId, ctx.orgId), eq(openShifts.absenceId, absenceId), gte(shifts.startsAt, ctx.clock.now())),
    )
    .orderBy(asc(shifts.startsAt))
  const back: Back = { restored: [], taken: [], saved: [] }
  for (const { id, shiftId } of rows) {
    const { open, roster } = await lockOpenShift({ ...ctx, siteIds: null }, tx, id)
    const judged = await judgeIn(ctx, tx, open.rosterId, { added: [{ shift: shiftId, employee }], removed: [] })
    if (open.state !== 'open' || judged.stopping.length > 0) {
      back.taken.push(shiftId)
      continue
    }
    await tx
      .update(openShifts)
      .set({ state: 'withdrawn', version: open.version + 1 })
      .where(and(eq(openShifts.orgId, ctx.orgId), eq(openShifts.id, id)))
    await loseClaims(ctx, tx, id, 'The person is back', { shift: open.shiftName })
    back.saved.push(await applyJudged(ctx, tx, roster, judged))
    back.restored.push(shiftId)
  }
  return back
}
