import { and, asc, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { employees, openShifts, shiftClaims, shifts, sites } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { openShiftQuery, openShiftWithClaims } from '../../contract/exchange.ts'
import { NotFound } from '../../errors.ts'
import type { Page } from '../../middleware/envelope.ts'
import { filterBy } from '../shared/filter.ts'
import { isSiteOfShift } from '../shared/joins.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { withinSites } from '../shared/reach.ts'
import {
  claimColumns,
  isPersonOfClaim,
  isShiftOfOpen,
  type OpenShift,
  openShiftColumns,
  toClaimWire,
  toOpenShiftWire,
} from './internal.ts'

const { id: _id, version: _version, siteZone: _zone, startsAt: start, endsAt: end, ...named } = openShiftColumns
/** By what the list is narrowed, in the wire's words. */
const fields = { ...named, start, end }

/** Open shifts by the time they close; for whoever decides about them. */
export const listOpenShifts = async (
  ctx: Context,
  query: z.output<typeof openShiftQuery>,
): Promise<Page<OpenShift[]>> => {
  requirePermission(ctx, 'exchange:decide')
  const keys = [openShifts.closesAt, openShifts.id] as const
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(openShiftColumns)
      .from(openShifts)
      .innerJoin(shifts, isShiftOfOpen)
      .innerJoin(sites, isSiteOfShift)
      .where(
        and(
          eq(openShifts.orgId, ctx.orgId),
          filterBy(fields, query.filter),
          query.state === undefined ? undefined : eq(openShifts.state, query.state),
          withinSites(ctx, shifts.siteId),
          afterCursor(keys, query.cursor),
        ),
      )
      .orderBy(...keys.map((key) => asc(key)))
      .limit(query.limit + 1),
  ])
  return cutPage(rows, query.limit, toOpenShiftWire, (row) => [row.closesAt, row.id])
}

/** One open shift with everybody who asked for it or was asked. Throws `NotFound`. */
export const getOpenShift = async (ctx: Context, id: string): Promise<z.output<typeof openShiftWithClaims>> => {
  requirePermission(ctx, 'exchange:decide')
  const [[row], claims] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(openShiftColumns)
      .from(openShifts)
      .innerJoin(shifts, isShiftOfOpen)
      .innerJoin(sites, isSiteOfShift)
      .where(and(eq(openShifts.orgId, ctx.orgId), eq(openShifts.id, id), withinSites(ctx, shifts.siteId))),
    read
      .select(claimColumns)
      .from(shiftClaims)
      .innerJoin(employees, isPersonOfClaim)
      .where(and(eq(shiftClaims.orgId, ctx.orgId), eq(shiftClaims.openShiftId, id)))
      .orderBy(asc(shiftClaims.cost), asc(shiftClaims.createdAt), asc(shiftClaims.id)),
  ])
  if (row === undefined) throw new NotFound('open shift', id)
  return { ...toOpenShiftWire(row), claims: claims.map((claim) => toClaimWire(ctx, claim)) }
}
