// Opening a shift: one function for managers and for sickness.
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { openShifts, shifts, sites } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { isSiteOfShift } from '../shared/joins.ts'
import { reachesRoster } from '../shared/reach.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { isShiftOfOpen, type OpenShiftRow, openShiftColumns } from './internal.ts'

export type Opening = {
  shiftId: string
  /** As many as the shift lacks when undefined. */
  heads?: number | undefined
  mode: 'first-come' | 'bids'
  /** The start of the shift when undefined. */
  closesAt?: Date | undefined
  message?: string | null | undefined
  absenceId?: string
}

/** Opens a shift of a published roster whose row is locked. Throws `Conflict` when it lacks nobody or has begun. */
export const openShift = async (ctx: Context, tx: Tx, opening: Opening): Promise<OpenShiftRow> => {
  const { startsAt, missing } = await loadShift(ctx, tx, opening.shiftId)
  const now = ctx.clock.now()
  if (startsAt <= now)
    throw new Conflict('conflict', 'The shift has begun. Only coming shifts can be opened.', { ...opening })
  const heads = opening.heads ?? missing
  if (heads < 1 || heads > missing) {
    const lacks = missing < 1 ? 'nobody' : `${missing}`
    throw new Conflict('conflict', `The shift lacks ${lacks}, so ${heads} cannot be offered. Raise its heads first.`, {
      shiftId: opening.shiftId,
      missing,
    })
  }
  const closesAt = opening.closesAt ?? startsAt
  if (closesAt <= now || closesAt > startsAt) {
    throw new Invalid('validation_failed', 'closesAt must lie between now and the start of the shift.', {
      closesAt: closesAt.toISOString(),
      start: startsAt.toISOString(),
    })
  }
  const id = ctx.ids.next()
  await tx.insert(openShifts).values({
    orgId: ctx.orgId,
    id,
    shiftId: opening.shiftId,
    heads,
    mode: opening.mode,
    closesAt,
    message: opening.message ?? null,
    absenceId: opening.absenceId ?? null,
    createdBy: ctx.user.id,
  })
  const details = { shiftId: opening.shiftId, heads, mode: opening.mode }
  await writeAudit(ctx, tx, { action: 'open-shift', entity: 'open shift', entityId: id, details })
  return readOpenShift(ctx, tx, id)
}

/** Its start and how many people it lacks; below one where it lacks nobody. Throws `NotFound`. */
export const loadShift = async (ctx: Context, tx: Tx, shiftId: string) => {
  const [row] = await tx
    .select({
      startsAt: shifts.startsAt,
      wanted: sql<number>`coalesce(${shifts.headsTarget}, ${shifts.headsMin})`,
      // Names are written out: in a select from one table drizzle leaves them bare.
      assigned: sql<number>`(select count(*)::int from assignments a where a.org_id = shifts.org_id and a.shift_id = shifts.id)`,
    })
    .from(shifts)
    .where(and(eq(shifts.orgId, ctx.orgId), eq(shifts.id, shiftId)))
  if (row === undefined) throw new NotFound('shift', shiftId)
  return { startsAt: row.startsAt, missing: row.wanted - row.assigned }
}

export const readOpenShift = async (ctx: Context, tx: Pick<Tx, 'select'>, id: string): Promise<OpenShiftRow> => {
  const [row] = await tx
    .select(openShiftColumns)
    .from(openShifts)
    .innerJoin(shifts, isShiftOfOpen)
    .innerJoin(sites, isSiteOfShift)
    .where(and(eq(openShifts.orgId, ctx.orgId), eq(openShifts.id, id)))
  if (row === undefined || !reachesRoster(ctx, { siteIds: [row.siteId] })) throw new NotFound('open shift', id)
  return row
}
