import { and, desc, eq, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../../drizzle/client.ts'
import { rosters, rosterVersions } from '../../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../../context.ts'
import type { rosterVersionDetail, versionQuery } from '../../../contract/roster-life.ts'
import { Invalid, NotFound } from '../../../errors.ts'
import { type Page, page } from '../../../middleware/envelope.ts'
import { cutPage } from '../../shared/keyset.ts'
import { reachesRoster } from '../../shared/reach.ts'
import { requireVisible } from '../internal.ts'
import { type Reader, rosterQuery } from '../planning-queries.ts'
import { shownWithin } from '../within-reach.ts'
import type { Snapshot } from './snapshot.ts'
import { toVersionWire, type VersionWire, versionColumns } from './wire.ts'

export type VersionDetail = z.output<typeof rosterVersionDetail>

/** Versions of a roster, newest first, without what they hold. Throws `NotFound`. */
export const listVersions = async (
  ctx: Context,
  rosterId: string,
  query: z.output<typeof versionQuery>,
): Promise<Page<VersionWire[]>> => {
  requirePermission(ctx, 'rosters:write')
  const before = readCursor(query.cursor)
  const beyond = before === undefined ? undefined : sql`${rosterVersions.number} < ${before}`
  const [[roster], rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    rosterQuery(read, ctx.orgId, rosterId),
    read
      .select(versionColumns)
      .from(rosterVersions)
      .where(and(eq(rosterVersions.orgId, ctx.orgId), eq(rosterVersions.rosterId, rosterId), beyond))
      .orderBy(desc(rosterVersions.number))
      .limit(query.limit + 1),
  ])
  if (roster === undefined) throw new NotFound('roster', rosterId)
  requireVisible(ctx, roster)
  const paged = cutPage(rows, query.limit, toVersionWire, () => [])
  const last = paged.items.at(-1)
  return page(paged.items, rows.length > query.limit && last ? String(last.number) : null)
}

/** The number of the last version of the page before. */
const readCursor = (cursor: string | undefined): number | undefined => {
  if (cursor === undefined) return undefined
  if (/^[1-9]\d{0,8}$/.test(cursor)) return Number(cursor)
  throw new Invalid(
    'validation_failed',
    `"${cursor}" is no cursor of this list. Use the nextCursor of an earlier answer.`,
  )
}

/** One version with the shifts and people it holds. Throws `NotFound`. */
export const getVersion = async (ctx: Context, id: string): Promise<VersionDetail> => {
  requirePermission(ctx, 'rosters:write')
  const [[found]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [versionById(read, ctx.orgId, id)])
  const version = requireVersionFound(ctx, id, found)
  return shownWithin(ctx, { employees: [], assignments: version.snapshot.assignments }, version)
}

/** A version with its snapshot and its roster's sites, which decide who reaches it. */
export const versionById = (read: Pick<Reader, 'select'>, orgId: string, id: string) =>
  read
    .select({ ...versionColumns, snapshot: rosterVersions.snapshot, siteIds: rosters.siteIds })
    .from(rosterVersions)
    .innerJoin(rosters, and(eq(rosters.orgId, rosterVersions.orgId), eq(rosters.id, rosterVersions.rosterId)))
    .where(and(eq(rosterVersions.orgId, orgId), eq(rosterVersions.id, id)))

type Found = Awaited<ReturnType<typeof versionById>>[number]

/** Throws `NotFound` for a version that is missing, of another organisation or of sites beyond reach. */
export const requireVersionFound = (ctx: Context, id: string, found: Found | undefined): VersionDetail => {
  if (found === undefined || !reachesRoster(ctx, found)) throw new NotFound('roster version', id)
  const { snapshot, siteIds: _siteIds, ...row } = found
  return { ...toVersionWire(row), snapshot: snapshot as Snapshot }
}
