// When a roster changes, what people asked of it follows or ends with a reason they can read.
import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../drizzle/client.ts'
import { assignments, openShifts, rosters, shiftClaims, shifts, swapRequests } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { type Notice, notify } from '../shared/notify.ts'

const given = alias(assignments, 'given')
const wanted = alias(assignments, 'wanted')

type Ctx = Pick<Context, 'orgId' | 'ids' | 'clock'>

/**
 * Ends trades whose assignment is gone, given to somebody else, begun, or in a roster that is no longer published; fills open
 * shifts that have their people, and withdraws those of rosters that are no longer published. A shift that only moved keeps its
 * trades: they are judged again when they are carried out. Call it in the transaction of every change of assignments.
 */
export const settleExchanges = async (ctx: Ctx, tx: Tx): Promise<void> => {
  await endTrades(ctx, tx)
  await closeOpenShifts(ctx, tx)
}

const endTrades = async (ctx: Ctx, tx: Tx): Promise<void> => {
  const rows = await tx
    .select({
      id: swapRequests.id,
      version: swapRequests.version,
      from: swapRequests.fromEmployeeId,
      to: swapRequests.toEmployeeId,
      isGone: sql<boolean>`${given.id} is null`,
      isWantedGone: sql<boolean>`${swapRequests.toAssignmentId} is not null and ${wanted.id} is null`,
      isPublished: sql<boolean>`coalesce(${rosters.state} = 'published', false)`,
    })
    .from(swapRequests)
    .leftJoin(
      given,
      and(
        eq(given.orgId, swapRequests.orgId),
        eq(given.id, swapRequests.fromAssignmentId),
        eq(given.employeeId, swapRequests.fromEmployeeId),
      ),
    )
    .leftJoin(
      wanted,
      and(
        eq(wanted.orgId, swapRequests.orgId),
        eq(wanted.id, swapRequests.toAssignmentId),
        eq(wanted.employeeId, swapRequests.toEmployeeId),
      ),
    )
    .leftJoin(rosters, and(eq(rosters.orgId, given.orgId), eq(rosters.id, given.rosterId)))
    .where(
      and(
        eq(swapRequests.orgId, ctx.orgId),
        inArray(swapRequests.state, ['proposed', 'agreed']),
        or(
          isNull(given.id),
          sql`${swapRequests.toAssignmentId} is not null and ${wanted.id} is null`,
          sql`${rosters.state} <> 'published'`,
          sql`${given.startsAt} <= ${ctx.clock.now().toISOString()}::timestamptz`,
        ),
      ),
    )
  for (const row of rows) {
    const reason = whyEnded(row)
    await tx
      .update(swapRequests)
      .set({ state: 'ended', reason, decidedAt: ctx.clock.now(), version: row.version + 1 })
      .where(and(eq(swapRequests.orgId, ctx.orgId), eq(swapRequests.id, row.id)))
    const employeeIds = row.to === null ? [row.from] : [row.from, row.to]
    await notify(ctx, tx, { kind: 'swap-ended', to: { employeeIds }, data: { reason } })
  }
}

/** Pure: the first thing that keeps a trade from being carried out. */
export const whyEnded = (trade: { isGone: boolean; isWantedGone: boolean; isPublished: boolean }): string => {
  if (trade.isGone) return 'The shift that was given away is no longer worked by the person who gave it'
  if (!trade.isPublished) return 'The roster was withdrawn for changes'
  if (trade.isWantedGone) return 'The shift that was wanted in return is no longer worked by that person'
  return 'The shift has begun'
}

const closeOpenShifts = async (ctx: Ctx, tx: Tx): Promise<void> => {
  const assigned = sql`(select count(*) from ${assignments} where ${assignments.orgId} = ${shifts.orgId} and ${assignments.shiftId} = ${shifts.id})`
  const isFull: SQL<boolean> = sql`${assigned} >= coalesce(${shifts.headsTarget}, ${shifts.headsMin})`
  const rows = await tx
    .select({
      id: openShifts.id,
      version: openShifts.version,
      shift: shifts.name,
      isPublished: sql<boolean>`${rosters.state} = 'published'`,
    })
    .from(openShifts)
    .innerJoin(shifts, and(eq(shifts.orgId, openShifts.orgId), eq(shifts.id, openShifts.shiftId)))
    .innerJoin(rosters, and(eq(rosters.orgId, shifts.orgId), eq(rosters.id, shifts.rosterId)))
    .where(
      and(
        eq(openShifts.orgId, ctx.orgId),
        eq(openShifts.state, 'open'),
        or(isFull, sql`${rosters.state} <> 'published'`),
      ),
    )
  for (const { id, version, shift, isPublished } of rows) {
    await tx
      .update(openShifts)
      .set({ state: isPublished ? 'filled' : 'withdrawn', version: version + 1 })
      .where(and(eq(openShifts.orgId, ctx.orgId), eq(openShifts.id, id)))
    const reason = isPublished ? 'The shift has all its people' : 'The roster was withdrawn for changes'
    await loseClaims(ctx, tx, id, reason, { shift })
  }
}

/** Ends every claim and offer of an open shift that was not decided, with the reason; the people are told. */
export const loseClaims = async (
  ctx: Ctx,
  tx: Tx,
  openShiftId: string,
  reason: string,
  data: Notice['data'],
): Promise<void> => {
  const lost = await tx
    .update(shiftClaims)
    .set({ state: 'lost', reason, decidedAt: ctx.clock.now(), version: sql`${shiftClaims.version} + 1` })
    .where(
      and(
        eq(shiftClaims.orgId, ctx.orgId),
        eq(shiftClaims.openShiftId, openShiftId),
        inArray(shiftClaims.state, ['offered', 'pending']),
      ),
    )
    .returning({ employeeId: shiftClaims.employeeId })
  if (lost.length === 0) return
  const employeeIds = lost.map(({ employeeId }) => employeeId)
  await notify(ctx, tx, { kind: 'claim-decided', to: { employeeIds }, data: { ...data, decision: 'lost', reason } })
}
