import { and, asc, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { openShifts, shiftClaims } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { openShiftWithClaims } from '../../contract/exchange.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { judgeIn } from '../rosters/apply-change.ts'
import { announceRoster } from '../rosters/internal.ts'
import type { RosterRow } from '../rosters/planning-rows.ts'
import { breachError } from '../rosters/refuse-change.ts'
import { grantClaim } from './grant-claim.ts'
import { lockOpenShift, type OpenShiftRow, shiftData } from './internal.ts'
import { getOpenShift } from './list-open-shifts.ts'
import { loseClaims } from './settle-exchanges.ts'

type Locked = { roster: RosterRow; open: OpenShiftRow }

/**
 * Gives an open shift to the claim named, or to the best ones: least cost by the rules as the roster stands now, then earliest asked.
 * Throws `Conflict` with the breaches when a rule stops the claim named, and when the shift is no longer open.
 */
export const decideOpenShift = async (
  ctx: Context,
  id: string,
  claimId?: string,
): Promise<z.output<typeof openShiftWithClaims>> => {
  requirePermission(ctx, 'exchange:decide')
  const roster = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const locked = await lockOpenShift(ctx, tx, id)
    if (locked.open.state !== 'open')
      throw new Conflict('conflict', `The shift is ${locked.open.state}; there is nothing to decide.`, { id })
    const after = claimId === undefined ? await grantBest(ctx, tx, locked) : await grantNamed(ctx, tx, locked, claimId)
    return after.roster
  })
  announceRoster(ctx, roster)
  ctx.waitUntil(dispatchOutbox(ctx))
  return getOpenShift(ctx, id)
}

/** For the sweep, when the time to ask is over: the best bids have it, and what nobody asked for is closed. */
export const closeDueOpenShift = async (ctx: Context, id: string): Promise<void> => {
  const roster = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const locked = await lockOpenShift(ctx, tx, id)
    if (locked.open.state !== 'open' || locked.open.closesAt > ctx.clock.now()) return null
    const after = locked.open.mode === 'bids' ? await grantBest(ctx, tx, locked) : locked
    if (after.open.state !== 'open') return after.roster
    await tx
      .update(openShifts)
      .set({ state: 'closed', version: after.open.version + 1 })
      .where(and(eq(openShifts.orgId, ctx.orgId), eq(openShifts.id, id)))
    await loseClaims(ctx, tx, id, 'The time to decide was over', shiftData(after.open))
    return after.roster
  })
  if (roster) announceRoster(ctx, roster)
  ctx.waitUntil(dispatchOutbox(ctx))
}

const grantNamed = async (ctx: Context, tx: Tx, { roster, open }: Locked, claimId: string): Promise<Locked> => {
  const claim = (await pendingClaims(ctx, tx, open)).find((one) => one.id === claimId)
  if (claim === undefined) throw new NotFound('claim', claimId, 'waiting for this shift')
  const judged = await judgeFor(ctx, tx, open, claim.employeeId)
  if (judged.stopping.length > 0) throw breachError(judged.stopping, judged.rows, ctx.permissions)
  return grantClaim(
    ctx,
    tx,
    { roster, open, judged },
    { claimId, employeeId: claim.employeeId, decidedBy: ctx.user.id },
  )
}

/** One after the other, because each one given changes what the next one would cost. */
const grantBest = async (ctx: Context, tx: Tx, locked: Locked): Promise<Locked> => {
  let { roster, open } = locked
  while (open.state === 'open') {
    const claims = await pendingClaims(ctx, tx, open)
    let best: { claim: (typeof claims)[number]; judged: Awaited<ReturnType<typeof judgeFor>> } | null = null
    for (const claim of claims) {
      const judged = await judgeFor(ctx, tx, open, claim.employeeId)
      const isBetter = best === null || judged.delta.soft < best.judged.delta.soft
      if (judged.stopping.length === 0 && isBetter) best = { claim, judged }
    }
    if (best === null) break
    const { claim, judged } = best
    const grant = { claimId: claim.id, employeeId: claim.employeeId, decidedBy: ctx.user.id }
    const granted = await grantClaim(ctx, tx, { roster, open, judged }, grant)
    roster = granted.roster
    open = granted.open
  }
  return { roster, open }
}

const judgeFor = (ctx: Context, tx: Tx, open: OpenShiftRow, employee: string) =>
  judgeIn(ctx, tx, open.rosterId, { added: [{ shift: open.shiftId, employee }], removed: [] })

const pendingClaims = (ctx: Context, tx: Tx, open: OpenShiftRow) =>
  tx
    .select({ id: shiftClaims.id, employeeId: shiftClaims.employeeId })
    .from(shiftClaims)
    .where(
      and(eq(shiftClaims.orgId, ctx.orgId), eq(shiftClaims.openShiftId, open.id), eq(shiftClaims.state, 'pending')),
    )
    .orderBy(asc(shiftClaims.createdAt), asc(shiftClaims.id))
