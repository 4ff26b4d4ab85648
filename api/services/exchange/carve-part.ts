// Takes a part out of one person's shift and makes it a shift of its own; the person keeps the rest.
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { assignments, shifts, sites } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { splitShift } from './split-shift.ts'

export type Part = { from: string; until: string }

/**
 * Answers the id of the shift that the part became; nobody works it yet. The original shift needs one head less, and is gone when
 * it had no other. The roster must be locked. Throws `Invalid` for a part that is not inside the shift.
 */
export const carvePart = async (
  ctx: Context,
  tx: Tx,
  shiftId: string,
  employeeId: string,
  part: Part,
): Promise<string> => {
  const isShift = and(eq(shifts.orgId, ctx.orgId), eq(shifts.id, shiftId))
  const [shift] = await tx.select().from(shifts).where(isShift)
  const isTheirs = and(
    eq(assignments.orgId, ctx.orgId),
    eq(assignments.shiftId, shiftId),
    eq(assignments.employeeId, employeeId),
  )
  const removed = await tx.delete(assignments).where(isTheirs).returning({ pinned: assignments.pinned })
  if (shift === undefined || removed.length === 0) throw new NotFound('assignment', shiftId, 'of this person')
  const pieces = splitShift(shift, new Date(part.from), new Date(part.until))
  if (pieces === null) {
    const span = `${shift.startsAt.toISOString()} to ${shift.endsAt.toISOString()}`
    throw new Invalid('validation_failed', `A part must lie inside the shift (${span}) and leave something of it.`, {
      shiftId,
    })
  }
  const [others] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(assignments)
    .where(and(eq(assignments.orgId, ctx.orgId), eq(assignments.shiftId, shiftId)))
  if (shift.headsMin <= 1 && (others?.count ?? 0) === 0) await tx.delete(shifts).where(isShift)
  else
    await tx
      .update(shifts)
      .set({
        headsMin: Math.max(0, shift.headsMin - 1),
        headsTarget: shift.headsTarget === null ? null : Math.max(0, shift.headsTarget - 1),
        headsMax: shift.headsMax === null ? null : Math.max(0, shift.headsMax - 1),
        version: shift.version + 1,
      })
      .where(isShift)
  let partId = ''
  for (const { isPart, ...piece } of pieces) {
    const id = ctx.ids.next()
    const day = await localDay(ctx, tx, shift.siteId, piece.startsAt)
    await tx
      .insert(shifts)
      .values({ ...shift, ...piece, id, day, headsMin: 1, headsTarget: null, headsMax: 1, version: 1 })
    if (isPart) partId = id
    else
      await tx.insert(assignments).values({
        orgId: ctx.orgId,
        id: ctx.ids.next(),
        rosterId: shift.rosterId,
        shiftId: id,
        employeeId,
        startsAt: piece.startsAt,
        endsAt: piece.endsAt,
        pinned: removed[0]?.pinned ?? false,
      })
  }
  return partId
}

const localDay = async (ctx: Context, tx: Tx, siteId: string, at: Date): Promise<string> => {
  const [row] = await tx
    .select({ day: sql<string>`to_char(${at.toISOString()}::timestamptz at time zone ${sites.zone}, 'YYYY-MM-DD')` })
    .from(sites)
    .where(and(eq(sites.orgId, ctx.orgId), eq(sites.id, siteId)))
  if (row === undefined) throw new NotFound('site', siteId)
  return row.day
}
