import { and, asc, eq, gt } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { runProgress as points } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { runProgress } from '../../contract/rostering.ts'
import { requireRun, runQuery } from './internal.ts'
import { pointColumns, toPointWire, toRunWire } from './wire.ts'

/** Points of one answer; whoever gets as many asks again after the last. */
const pointsMax = 1000

/** The run and the points of its curve after `after`, for clients that poll. Throws `NotFound`. */
export const getProgress = async (
  ctx: Context,
  runId: string,
  after: number,
): Promise<z.output<typeof runProgress>> => {
  requirePermission(ctx, 'runs:read')
  const [[run], rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    runQuery(read, ctx.orgId, runId),
    read
      .select(pointColumns)
      .from(points)
      .where(and(eq(points.orgId, ctx.orgId), eq(points.runId, runId), gt(points.seq, after)))
      .orderBy(asc(points.seq))
      .limit(pointsMax),
  ])
  const { permissions } = ctx
  return {
    run: toRunWire(requireRun(ctx, runId, run), permissions),
    points: rows.map((row) => toPointWire(row, permissions)),
  }
}
