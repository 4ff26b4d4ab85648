import { and, desc, eq } from 'drizzle-orm'
import { readAsOrg } from '../../../drizzle/client.ts'
import { rosterRuns } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { requireVisible } from '../rosters/internal.ts'
import { rosterQuery } from '../rosters/planning-queries.ts'
import { type RunWire, runColumns, toRunWire } from './wire.ts'

/** Runs shown of one roster; older ones matter to nobody but the audit log. */
const runsMax = 200

/** A roster's runs, newest first. Throws `NotFound`. */
export const listRuns = async (ctx: Context, rosterId: string): Promise<RunWire[]> => {
  requirePermission(ctx, 'runs:read')
  const [[roster], runs] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    rosterQuery(read, ctx.orgId, rosterId),
    read
      .select(runColumns)
      .from(rosterRuns)
      .where(and(eq(rosterRuns.orgId, ctx.orgId), eq(rosterRuns.rosterId, rosterId)))
      .orderBy(desc(rosterRuns.createdAt), desc(rosterRuns.id))
      .limit(runsMax),
  ])
  if (roster === undefined) throw new NotFound('roster', rosterId)
  requireVisible(ctx, roster)
  return runs.map((run) => toRunWire(run, ctx.permissions))
}
