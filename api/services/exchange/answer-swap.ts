import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { assignments, swapRequests } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { swapAnswer } from '../../contract/exchange.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { applyJudged } from '../rosters/apply-change.ts'
import { announceRoster, saveRoster } from '../rosters/internal.ts'
import type { RosterRow } from '../rosters/planning-rows.ts'
import { notify } from '../shared/notify.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { actingFor, exchangePolicy, requireSelfOr, shiftData } from './internal.ts'
import { judgeTrade } from './judge-trade.ts'
import { openShift } from './open-shift.ts'
import { settleExchanges } from './settle-exchanges.ts'
import { lockSwap, readSwap, type Swap, type SwapRow, toSwapWire } from './swap-rows.ts'

type State = SwapRow['swap']['state']
type Answer = z.output<typeof swapAnswer>
type Act = { from: State; action: string; who(tx: Tx, row: SwapRow): Promise<unknown> }
type Step = { state: State; roster: RosterRow | null }

/** The other person agrees or declines; agreed, it is carried out at once where the organisation wants no approval. */
export const answerSwap = (ctx: Context, id: string, version: number, answer: Answer): Promise<Swap> =>
  step(
    ctx,
    { id, version, reason: answer.reason },
    {
      from: 'proposed',
      action: 'answer-swap',
      who: (tx, { swap }) => actingFor(ctx, tx, swap.toEmployeeId ?? undefined, 'exchange:decide'),
    },
    async (tx, row) => {
      if (!answer.accept) return { state: 'declined', roster: null }
      const policy = await exchangePolicy(ctx, tx)
      const isAutomatic = (row.swap.kind === 'swap' ? policy.swaps : policy.offers) === 'automatic'
      if (isAutomatic) return { state: 'done', roster: await carryOut(ctx, tx, row) }
      await notify(ctx, tx, { kind: 'swap-agreed', to: { permission: 'exchange:decide' }, data: dataOf(row) })
      return { state: 'agreed', roster: null }
    },
  )

/** A manager approves, and it is carried out under the rules as they stand now, or rejects it. */
export const decideSwap = (ctx: Context, id: string, version: number, answer: Answer): Promise<Swap> => {
  requirePermission(ctx, 'exchange:decide')
  return step(
    ctx,
    { id, version, reason: answer.reason },
    { from: 'agreed', action: 'decide-swap', who: async () => undefined },
    async (tx, row) =>
      answer.accept ? { state: 'done', roster: await carryOut(ctx, tx, row) } : { state: 'rejected', roster: null },
  )
}

/** Whoever proposed it takes it back before it is carried out. */
export const cancelSwap = (ctx: Context, id: string, version: number): Promise<Swap> =>
  step(
    ctx,
    { id, version, reason: undefined },
    {
      from: 'proposed',
      action: 'cancel-swap',
      who: (tx, { swap }) => actingFor(ctx, tx, swap.fromEmployeeId, 'exchange:decide'),
    },
    async () => ({ state: 'cancelled', roster: null }),
  )

/** What every step of a trade has in common: lock, who may, version, state, write, tell, log. */
const step = async (
  ctx: Context,
  { id, version, reason }: { id: string; version: number; reason: string | undefined },
  act: Act,
  decide: (tx: Tx, row: SwapRow) => Promise<Step>,
): Promise<Swap> => {
  requireSelfOr(ctx, 'exchange:decide')
  const { row, roster } = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const row = await lockSwap(ctx, tx, id)
    await act.who(tx, row).catch((error: unknown) => {
      // Whoever may not act for others sees no trade that is not their own.
      throw ctx.permissions.has('exchange:decide') || !ctx.permissions.has('self:write')
        ? error
        : new NotFound('swap request', id)
    })
    requireVersion('swap request', row.swap, version)
    const mayCancelAgreed = act.action === 'cancel-swap' && row.swap.state === 'agreed'
    if (row.swap.state !== act.from && !mayCancelAgreed) {
      const why = row.swap.reason === null ? '' : ` ${row.swap.reason}.`
      throw new Conflict('conflict', `The trade is ${row.swap.state}.${why}`, { id, state: row.swap.state })
    }
    const { state, roster } = await decide(tx, row)
    await tx
      .update(swapRequests)
      .set({ state, reason: reason ?? null, decidedBy: ctx.user.id, decidedAt: ctx.clock.now(), version: version + 1 })
      .where(and(eq(swapRequests.orgId, ctx.orgId), eq(swapRequests.id, id)))
    await writeAudit(ctx, tx, { action: act.action, entity: 'swap', entityId: id, details: { state } })
    if (state !== 'agreed') await tellBoth(ctx, tx, row, state, reason)
    return { row: await readSwap(ctx, tx, id), roster }
  })
  if (roster) announceRoster(ctx, roster)
  ctx.waitUntil(dispatchOutbox(ctx))
  return toSwapWire(row)
}

/** Changes the roster. The trade is marked done first, so that the change does not end it as overtaken. */
const carryOut = async (ctx: Context, tx: Tx, row: SwapRow): Promise<RosterRow> => {
  await tx
    .update(swapRequests)
    .set({ state: 'done' })
    .where(and(eq(swapRequests.orgId, ctx.orgId), eq(swapRequests.id, row.swap.id)))
  const { roster, judged, openShiftId } = await judgeTrade(ctx, tx, row)
  if (judged !== null) return applyJudged(ctx, tx, roster, judged)
  await tx
    .delete(assignments)
    .where(
      and(
        eq(assignments.orgId, ctx.orgId),
        eq(assignments.shiftId, openShiftId),
        eq(assignments.employeeId, row.swap.fromEmployeeId),
      ),
    )
  const saved = await saveRoster(tx, roster, ctx.orgId)
  await settleExchanges(ctx, tx)
  await openShift(ctx, tx, { shiftId: openShiftId, heads: 1, mode: 'first-come' })
  return saved
}

const tellBoth = async (ctx: Context, tx: Tx, row: SwapRow, state: State, reason: string | undefined) => {
  const words: Partial<Record<State, string>> = {
    done: 'carried out',
    declined: 'declined',
    rejected: 'refused',
    cancelled: 'taken back',
  }
  const { fromEmployeeId, toEmployeeId } = row.swap
  const employeeIds = toEmployeeId === null ? [fromEmployeeId] : [fromEmployeeId, toEmployeeId]
  const data = { ...dataOf(row), decision: words[state] ?? state, ...(reason !== undefined && { reason }) }
  await notify(ctx, tx, { kind: 'swap-answered', to: { employeeIds }, data })
}

const dataOf = ({ givenShift, givenSite, givenZone, giverName }: SwapRow) => ({
  from: giverName,
  ...(givenShift &&
    givenSite &&
    givenZone &&
    shiftData({ ...givenShift, shiftName: givenShift.name, siteName: givenSite, siteZone: givenZone })),
})
