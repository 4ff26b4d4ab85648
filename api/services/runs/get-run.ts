import { readAsOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import { requireRun, runQuery } from './internal.ts'
import { type RunWire, toRunWire } from './wire.ts'

/** One run's record. Throws `NotFound`. */
export const getRun = async (ctx: Context, runId: string): Promise<RunWire> => {
  requirePermission(ctx, 'runs:read')
  const [[run]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [runQuery(read, ctx.orgId, runId)])
  return toRunWire(requireRun(ctx, runId, run), ctx.permissions)
}
