import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { rankEmployees } from '../../../solver/index.ts'
import type { Problem } from '../../../solver/model/problem.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { standIn } from '../../contract/exchange.ts'
import { buildProblem } from '../rosters/build-problem.ts'
import { loadPlanningIn } from '../rosters/load-planning.ts'
import { toBreachesWire, toScoreWire } from '../rosters/wire.ts'
import { readOpenShift } from './open-shift.ts'

export type StandIn = z.output<typeof standIn>

const shownMax = 20

/** The people nearest to an open shift, best first, with what stops them or what it costs. */
export const rankStandIns = async (ctx: Context, openShiftId: string): Promise<StandIn[]> => {
  requirePermission(ctx, 'exchange:decide')
  requirePermission(ctx, 'people:read')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const open = await readOpenShift(ctx, tx, openShiftId)
    return standInsOf(ctx, await problemOf(ctx, tx, open.rosterId), open.shiftId)
  })
}

export const problemOf = async (ctx: Context, tx: Tx, rosterId: string): Promise<Problem> =>
  buildProblem((await loadPlanningIn(tx, ctx.orgId, rosterId)).rows)

/** The same asked of a problem; names stand in it. */
export const standInsOf = (ctx: Context, problem: Problem, shiftId: string): StandIn[] => {
  const names = new Map(problem.employees.map(({ id, name }) => [id, name ?? id]))
  return rankEmployees(problem, { assignments: problem.assignments ?? [] }, shiftId)
    .slice(0, shownMax)
    .map((candidate) => ({
      employeeId: candidate.employee,
      employeeName: names.get(candidate.employee) ?? candidate.employee,
      isStopped: candidate.delta.hard > 0,
      delta: toScoreWire(
        { score: candidate.delta, breaches: candidate.added, removed: candidate.removed },
        ctx.permissions,
      ),
      breaches: toBreachesWire(candidate.added, ctx.permissions),
    }))
}
