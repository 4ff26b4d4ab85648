import { and, desc, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { employees, shiftClaims } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { claimQuery } from '../../contract/exchange.ts'
import type { Page } from '../../middleware/envelope.ts'
import { filterBy } from '../shared/filter.ts'
import { beforeCursor, cutPage } from '../shared/keyset.ts'
import { ownEmployee } from '../shared/own-employee.ts'
import { ofPeopleWithin } from '../shared/reach.ts'
import { type Claim, claimColumns, isPersonOfClaim, requireSelfOr, toClaimWire } from './internal.ts'

/** By what the list is narrowed; what a claim costs is not everybody's to ask. */
const { id: _id, version: _version, cost: _cost, ...fields } = claimColumns

/** Claims and offers, newest first: one's own, or everybody's for who decides about them. */
export const listClaims = async (ctx: Context, query: z.output<typeof claimQuery>): Promise<Page<Claim[]>> => {
  const isDecider = ctx.permissions.has('exchange:decide')
  requireSelfOr(ctx, 'exchange:decide')
  const keys = [shiftClaims.createdAt, shiftClaims.id] as const
  const rows = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const own = isDecider ? null : (await ownEmployee(ctx, tx)).id
    return tx
      .select(claimColumns)
      .from(shiftClaims)
      .innerJoin(employees, isPersonOfClaim)
      .where(
        and(
          eq(shiftClaims.orgId, ctx.orgId),
          own === null ? ofPeopleWithin(ctx, shiftClaims.employeeId) : eq(shiftClaims.employeeId, own),
          filterBy(fields, query.filter),
          query.state === undefined ? undefined : eq(shiftClaims.state, query.state),
          beforeCursor(keys, query.cursor),
        ),
      )
      .orderBy(...keys.map((key) => desc(key)))
      .limit(query.limit + 1)
  })
  return cutPage(
    rows,
    query.limit,
    (row) => toClaimWire(ctx, row),
    (row) => [row.createdAt, row.id],
  )
}
