import { readAsOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { requireVisible } from './internal.ts'
import { rosterQuery } from './planning-queries.ts'
import { type RosterWire, toRosterWire } from './wire.ts'

/** One roster's record. Throws `NotFound`, also for a draft that the role may not see. */
export const getRoster = async (ctx: Context, rosterId: string): Promise<RosterWire> => {
  requirePermission(ctx, 'rosters:read')
  const [[roster]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [rosterQuery(read, ctx.orgId, rosterId)])
  if (roster === undefined) throw new NotFound('roster', rosterId)
  requireVisible(ctx, roster)
  return toRosterWire(roster)
}
