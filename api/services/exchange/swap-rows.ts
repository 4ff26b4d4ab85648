// A trade with both sides' shifts, as rows and on the wire.
import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { assignments, employees, shifts, sites, swapRequests } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { swapSchema } from '../../contract/exchange.ts'
import { NotFound } from '../../errors.ts'
import { ofPeopleWithin } from '../shared/reach.ts'

export type Swap = z.output<typeof swapSchema>

const giver = alias(employees, 'giver')
const taker = alias(employees, 'taker')
const given = alias(assignments, 'given')
const wanted = alias(assignments, 'wanted')
const givenShift = alias(shifts, 'given_shift')
const wantedShift = alias(shifts, 'wanted_shift')
const givenSite = alias(sites, 'given_site')
const wantedSite = alias(sites, 'wanted_site')

/** Trades with what each side gives; assignments that are gone leave nulls. */
export const selectSwaps = (read: Pick<Tx, 'select'>, where: SQL | undefined) =>
  read
    .select({
      swap: swapRequests,
      giverName: giver.name,
      takerName: taker.name,
      givenShift,
      wantedShift,
      givenSite: givenSite.name,
      givenZone: givenSite.zone,
      wantedSite: wantedSite.name,
      wantedZone: wantedSite.zone,
    })
    .from(swapRequests)
    .innerJoin(giver, and(eq(giver.orgId, swapRequests.orgId), eq(giver.id, swapRequests.fromEmployeeId)))
    .leftJoin(taker, and(eq(taker.orgId, swapRequests.orgId), eq(taker.id, swapRequests.toEmployeeId)))
    .leftJoin(given, and(eq(given.orgId, swapRequests.orgId), eq(given.id, swapRequests.fromAssignmentId)))
    .leftJoin(wanted, and(eq(wanted.orgId, swapRequests.orgId), eq(wanted.id, swapRequests.toAssignmentId)))
    .leftJoin(givenShift, and(eq(givenShift.orgId, given.orgId), eq(givenShift.id, given.shiftId)))
    .leftJoin(wantedShift, and(eq(wantedShift.orgId, wanted.orgId), eq(wantedShift.id, wanted.shiftId)))
    .leftJoin(givenSite, and(eq(givenSite.orgId, givenShift.orgId), eq(givenSite.id, givenShift.siteId)))
    .leftJoin(wantedSite, and(eq(wantedSite.orgId, wantedShift.orgId), eq(wantedSite.id, wantedShift.siteId)))
    .where(where)

export type SwapRow = Awaited<ReturnType<typeof selectSwaps>>[number]

/** Condition for trades of which one side at least is within reach; undefined where everybody is. */
export const eitherWithin = (ctx: Context): SQL | undefined =>
  or(ofPeopleWithin(ctx, swapRequests.fromEmployeeId), ofPeopleWithin(ctx, swapRequests.toEmployeeId))

/** One trade. Throws `NotFound`, also where a decider reaches neither side. */
export const readSwap = async (ctx: Context, tx: Pick<Tx, 'select'>, id: string): Promise<SwapRow> => {
  const isReached = ctx.permissions.has('exchange:decide') ? eitherWithin(ctx) : undefined
  const [row] = await selectSwaps(tx, and(eq(swapRequests.orgId, ctx.orgId), eq(swapRequests.id, id), isReached))
  if (row === undefined) throw new NotFound('swap request', id)
  return row
}

/** The same, locked until the transaction ends. */
export const lockSwap = async (ctx: Context, tx: Tx, id: string): Promise<SwapRow> => {
  await tx.execute(sql`select 1 from swap_requests where org_id = ${ctx.orgId} and id = ${id} for update`)
  return readSwap(ctx, tx, id)
}

export const toSwapWire = ({ swap, giverName, takerName, ...row }: SwapRow): Swap => ({
  id: swap.id,
  kind: swap.kind,
  from: {
    employeeId: swap.fromEmployeeId,
    employeeName: giverName,
    assignmentId: swap.fromAssignmentId,
    ...shiftOf(row.givenShift, row.givenSite, row.givenZone),
  },
  to:
    swap.toEmployeeId === null
      ? null
      : {
          employeeId: swap.toEmployeeId,
          employeeName: takerName ?? '',
          assignmentId: swap.toAssignmentId,
          ...shiftOf(row.wantedShift, row.wantedSite, row.wantedZone),
        },
  part:
    swap.partFrom && swap.partUntil ? { from: swap.partFrom.toISOString(), until: swap.partUntil.toISOString() } : null,
  state: swap.state,
  message: swap.message,
  reason: swap.reason,
  createdAt: swap.createdAt.toISOString(),
  decidedAt: swap.decidedAt?.toISOString() ?? null,
  version: swap.version,
})

const shiftOf = (shift: typeof shifts.$inferSelect | null, siteName: string | null, zone: string | null) => ({
  shiftName: shift?.name ?? null,
  siteName,
  zone,
  start: shift?.startsAt.toISOString() ?? null,
  end: shift?.endsAt.toISOString() ?? null,
})
