import { and, desc, eq, lt, ne, or } from 'drizzle-orm'
import { readAsOrg } from '../../../drizzle/client.ts'
import { rosters } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { Invalid } from '../../errors.ts'
import { type Page, page } from '../../middleware/envelope.ts'
import { withinRosters } from '../shared/reach.ts'
import { seesDrafts } from './internal.ts'
import { type RosterWire, toRosterWire } from './wire.ts'

const cursorPattern = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/

/** Rosters, latest period first; drafts only for those who may write rosters. Throws `Invalid` for a cursor it did not make. */
export const listRosters = async (
  ctx: Context,
  query: { cursor?: string | undefined; limit: number },
): Promise<Page<RosterWire[]>> => {
  requirePermission(ctx, 'rosters:read')
  const after = query.cursor === undefined ? null : cursorPattern.exec(query.cursor)
  if (query.cursor !== undefined && after === null) {
    throw new Invalid('bad_request', `"${query.cursor}" is no cursor of this list. Begin without one.`)
  }
  const [, start = '', id = ''] = after ?? []
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select()
      .from(rosters)
      .where(
        and(
          eq(rosters.orgId, ctx.orgId),
          withinRosters(ctx),
          seesDrafts(ctx) ? undefined : ne(rosters.state, 'draft'),
          after === null ? undefined : or(lt(rosters.start, start), and(eq(rosters.start, start), lt(rosters.id, id))),
        ),
      )
      .orderBy(desc(rosters.start), desc(rosters.id))
      .limit(query.limit + 1),
  ])
  const items = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? items.at(-1) : undefined
  return page(items.map(toRosterWire), last === undefined ? null : `${last.start}_${last.id}`)
}
