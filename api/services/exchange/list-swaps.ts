import { and, desc, eq, or } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { swapRequests } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { swapQuery } from '../../contract/exchange.ts'
import { NotFound } from '../../errors.ts'
import type { Page } from '../../middleware/envelope.ts'
import { filterBy } from '../shared/filter.ts'
import { beforeCursor, cutPage } from '../shared/keyset.ts'
import { ownEmployee } from '../shared/own-employee.ts'
import { requireSelfOr } from './internal.ts'
import { eitherWithin, readSwap, type Swap, selectSwaps, toSwapWire } from './swap-rows.ts'

const { kind, state, fromEmployeeId, toEmployeeId, createdAt, decidedAt } = swapRequests
/** By what the list is narrowed. */
const fields = { kind, state, fromEmployeeId, toEmployeeId, createdAt, decidedAt }

/** Trades, newest first: those one is a side of, or everybody's for who decides about them. */
export const listSwaps = async (ctx: Context, query: z.output<typeof swapQuery>): Promise<Page<Swap[]>> => {
  const isDecider = ctx.permissions.has('exchange:decide')
  requireSelfOr(ctx, 'exchange:decide')
  const keys = [swapRequests.createdAt, swapRequests.id] as const
  const rows = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const own = isDecider ? null : (await ownEmployee(ctx, tx)).id
    const isTheirs =
      own === null ? eitherWithin(ctx) : or(eq(swapRequests.fromEmployeeId, own), eq(swapRequests.toEmployeeId, own))
    const isWanted = and(
      eq(swapRequests.orgId, ctx.orgId),
      isTheirs,
      filterBy(fields, query.filter),
      query.state === undefined ? undefined : eq(swapRequests.state, query.state),
      beforeCursor(keys, query.cursor),
    )
    return selectSwaps(tx, isWanted)
      .orderBy(...keys.map((key) => desc(key)))
      .limit(query.limit + 1)
  })
  return cutPage(rows, query.limit, toSwapWire, ({ swap }) => [swap.createdAt, swap.id])
}

/** One trade, for its two sides and for who decides. Throws `NotFound`. */
export const getSwap = async (ctx: Context, id: string): Promise<Swap> => {
  const isDecider = ctx.permissions.has('exchange:decide')
  requireSelfOr(ctx, 'exchange:decide')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const row = await readSwap(ctx, tx, id)
    const { fromEmployeeId, toEmployeeId } = row.swap
    if (!isDecider && ![fromEmployeeId, toEmployeeId].includes((await ownEmployee(ctx, tx)).id))
      throw new NotFound('swap request', id)
    return toSwapWire(row)
  })
}
