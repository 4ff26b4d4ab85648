import { and, eq, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { absences } from '../../../drizzle/schema/index.ts'
import { rankEmployees } from '../../../solver/index.ts'
import type { Problem } from '../../../solver/model/problem.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { standIn } from '../../contract/exchange.ts'
import { buildProblem } from '../rosters/build-problem.ts'
import { loadPlanningIn } from '../rosters/load-planning.ts'
import { toBreachesWire, toScoreWire } from '../rosters/wire.ts'
import { beyondReach } from '../shared/reach.ts'
import { readOpenShift } from './open-shift.ts'

export type StandIn = z.output<typeof standIn>

const shownMax = 20

/** The people nearest to an open shift, best first, with what stops them or what it costs; not the one whose absence opened it. */
export const rankStandIns = async (ctx: Context, openShiftId: string): Promise<StandIn[]> => {
  requirePermission(ctx, 'exchange:decide')
  requirePermission(ctx, 'people:read')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const open = await readOpenShift(ctx, tx, openShiftId)
    const [absent] = await tx
      .select({ id: absences.employeeId })
      .from(absences)
      .where(and(eq(absences.orgId, ctx.orgId), sql`${absences.id} = ${open.absenceId}`))
    return standInsOf(ctx, await problemOf(ctx, tx, open.rosterId), open.shiftId, absent?.id ?? null)
  })
}

export const problemOf = async (ctx: Context, tx: Tx, rosterId: string): Promise<Problem> =>
  buildProblem((await loadPlanningIn(tx, ctx.orgId, rosterId)).rows)

/** The same asked of a problem; names stand in it. Nobody beyond the caller's reach, and never `absentId`. */
export const standInsOf = async (
  ctx: Context,
  problem: Problem,
  shiftId: string,
  absentId: string | null,
): Promise<StandIn[]> => {
  const names = new Map(problem.employees.map(({ id, name }) => [id, name ?? id]))
  const beyond = await beyondReach(ctx, [...names.keys()])
  return rankEmployees(problem, { assignments: problem.assignments ?? [] }, shiftId)
    .filter(({ employee }) => employee !== absentId && !beyond.has(employee))
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
