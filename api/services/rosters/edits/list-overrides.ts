import { and, desc, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../../drizzle/client.ts'
import { ruleOverrides } from '../../../../drizzle/schema/index.ts'
import type { Breach } from '../../../../solver/model/outcome.ts'
import { type Context, requirePermission } from '../../../context.ts'
import type { overrideQuery, overrideSchema } from '../../../contract/roster-edits.ts'
import { NotFound } from '../../../errors.ts'
import { type Page, page } from '../../../middleware/envelope.ts'
import { beforeCursor, cutPage } from '../../shared/keyset.ts'
import { beyondReach } from '../../shared/reach.ts'
import { withoutPeople } from '../../shared/without-people.ts'
import { requireVisible } from '../internal.ts'
import { rosterQuery } from '../planning-queries.ts'
import { toBreachesWire } from '../wire.ts'

type Override = z.output<typeof overrideSchema>

/** Why rules that warn were gone against in a roster, newest first; those about money need `costs:read`. Throws `NotFound`. */
export const listOverrides = async (
  ctx: Context,
  rosterId: string,
  query: z.output<typeof overrideQuery>,
): Promise<Page<Override[]>> => {
  requirePermission(ctx, 'people:read')
  requirePermission(ctx, 'rosters:read')
  const { orgId, id, createdAt, rosterId: ofRoster } = ruleOverrides
  const keys = [createdAt, id]
  const [[roster], rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    rosterQuery(read, ctx.orgId, rosterId),
    read
      .select()
      .from(ruleOverrides)
      .where(and(eq(orgId, ctx.orgId), eq(ofRoster, rosterId), beforeCursor(keys, query.cursor)))
      .orderBy(...keys.map((key) => desc(key)))
      .limit(query.limit + 1),
  ])
  if (roster === undefined) throw new NotFound('roster', rosterId)
  requireVisible(ctx, roster)
  const paged = cutPage(
    rows,
    query.limit,
    (row) => row,
    (row) => [row.createdAt, row.id],
  )
  const shown = page(
    paged.items.flatMap(({ orgId: _orgId, rosterId: _rosterId, ...row }): Override[] => {
      const [breach] = toBreachesWire([row.breach as Breach], ctx.permissions)
      return breach === undefined ? [] : [{ ...row, breach, createdAt: row.createdAt.toISOString() }]
    }),
    paged.nextCursor,
  )
  const named = shown.items.flatMap(({ employeeId: id, breach }) => [...(id === null ? [] : [id]), ...breach.employees])
  return page(withoutPeople(shown.items, await beyondReach(ctx, named)), shown.nextCursor)
}
