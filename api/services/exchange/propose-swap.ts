import { and, eq, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { assignments, employees, swapRequests } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { swapCreate } from '../../contract/exchange.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { notify } from '../shared/notify.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { actingFor, exchangePolicy, requireSelfOr, shiftData } from './internal.ts'
import { judgeTrade } from './judge-trade.ts'
import { readSwap, type Swap, type SwapRow, toSwapWire } from './swap-rows.ts'

/**
 * Proposes to trade a shift, to hand it over, or to be freed of it; a manager may do it for the person who works it. Judged by the
 * rules now, so that nobody is asked for what cannot be. Throws `NotFound` for an assignment that is not the person's own.
 */
export const proposeSwap = async (ctx: Context, input: z.output<typeof swapCreate>): Promise<Swap> => {
  requireSelfOr(ctx, 'exchange:decide')
  const row = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const given = await readAssignment(ctx, tx, input.assignmentId)
    await requireGiver(ctx, tx, given.employeeId, input.assignmentId)
    const toEmployeeId = await takerOf(ctx, tx, input)
    await requireInTime(ctx, tx, given.startsAt)
    const id = ctx.ids.next()
    await tx.insert(swapRequests).values({
      orgId: ctx.orgId,
      id,
      kind: input.kind,
      fromEmployeeId: given.employeeId,
      fromAssignmentId: input.assignmentId,
      toEmployeeId,
      toAssignmentId: input.toAssignmentId ?? null,
      partFrom: input.part ? new Date(input.part.from) : null,
      partUntil: input.part ? new Date(input.part.until) : null,
      // Nobody else has to agree to being freed.
      state: input.kind === 'give-up' ? 'agreed' : 'proposed',
      message: input.message ?? null,
      createdBy: ctx.user.id,
      createdAt: ctx.clock.now(),
    })
    const row = await readSwap(ctx, tx, id)
    await tryOut(ctx, tx, row)
    await tellOther(ctx, tx, row)
    const details = { kind: input.kind, assignmentId: input.assignmentId }
    await writeAudit(ctx, tx, { action: 'propose-swap', entity: 'swap', entityId: id, details })
    return row
  })
  ctx.waitUntil(dispatchOutbox(ctx))
  return toSwapWire(row)
}

const readAssignment = async (ctx: Context, tx: Tx, id: string) => {
  const [row] = await tx
    .select({ employeeId: assignments.employeeId, startsAt: assignments.startsAt })
    .from(assignments)
    .where(and(eq(assignments.orgId, ctx.orgId), eq(assignments.id, id)))
  if (row === undefined) throw new NotFound('assignment', id)
  return row
}

/** Somebody else's assignment looks like a missing one to who may not act for others. */
const requireGiver = async (ctx: Context, tx: Tx, employeeId: string, assignmentId: string): Promise<void> => {
  try {
    await actingFor(ctx, tx, employeeId, 'exchange:decide')
  } catch (error) {
    if (ctx.permissions.has('exchange:decide') || !ctx.permissions.has('self:write')) throw error
    throw new NotFound('assignment', assignmentId, 'of yours')
  }
}

const takerOf = async (ctx: Context, tx: Tx, input: z.output<typeof swapCreate>): Promise<string | null> => {
  if (input.toAssignmentId !== undefined) return (await readAssignment(ctx, tx, input.toAssignmentId)).employeeId
  if (input.toEmployeeId === undefined) return null
  const [row] = await tx
    .select({ id: employees.id })
    .from(employees)
    .where(
      and(eq(employees.orgId, ctx.orgId), eq(employees.id, input.toEmployeeId), sql`${employees.deletedAt} is null`),
    )
  if (row === undefined) throw new NotFound('employee', input.toEmployeeId)
  return row.id
}

const requireInTime = async (ctx: Context, tx: Tx, startsAt: Date): Promise<void> => {
  const { closesMinutesBefore } = await exchangePolicy(ctx, tx)
  if (startsAt.getTime() - closesMinutesBefore * 60_000 > ctx.clock.now().getTime()) return
  const wait = closesMinutesBefore > 0 ? ` until ${closesMinutesBefore} minutes before it starts` : ' before it starts'
  throw new Conflict('conflict', `A shift can only be traded${wait}. Talk to your planner.`, { closesMinutesBefore })
}

/** Judges the trade and leaves no trace of it, a part that was cut out included. */
const tryOut = async (ctx: Context, tx: Tx, row: SwapRow): Promise<void> => {
  await tx.execute(sql`savepoint trade`)
  await judgeTrade(ctx, tx, row)
  await tx.execute(sql`rollback to savepoint trade`)
}

const tellOther = async (ctx: Context, tx: Tx, { swap, giverName, givenShift, givenSite, givenZone }: SwapRow) => {
  const shift =
    givenShift && givenSite && givenZone
      ? shiftData({ ...givenShift, shiftName: givenShift.name, siteName: givenSite, siteZone: givenZone })
      : {}
  const data = { ...shift, from: giverName, ...(swap.message !== null && { message: swap.message }) }
  if (swap.toEmployeeId !== null)
    await notify(ctx, tx, { kind: 'swap-proposed', to: { employeeIds: [swap.toEmployeeId] }, data })
  else await notify(ctx, tx, { kind: 'swap-agreed', to: { permission: 'exchange:decide' }, data })
}
