import { type Context, requirePermission } from '../../context.ts'
import { buildProblem } from './build-problem.ts'
import { explainGaps } from './explain-gaps.ts'
import { requireVisible } from './internal.ts'
import { loadPlanning } from './load-planning.ts'
import { toUnfilledWire, type UnfilledWire } from './wire.ts'
import { shownWithin } from './within-reach.ts'

/** People shown for a shift that lacks somebody. */
export const candidatesMax = 8

/** Shifts below their minimum, with what stops each person who could come near. Reasons name absences: `people:read`. */
export const getUnfilled = async (ctx: Context, rosterId: string): Promise<UnfilledWire[]> => {
  requirePermission(ctx, 'rosters:read')
  requirePermission(ctx, 'people:read')
  const { rows } = await loadPlanning(ctx.db, ctx.orgId, rosterId)
  requireVisible(ctx, rows.roster)
  const problem = buildProblem(rows)
  const unfilled = explainGaps(problem, { assignments: problem.assignments ?? [] }, candidatesMax)
  return shownWithin(
    ctx,
    rows,
    unfilled.map((shift) => toUnfilledWire(shift, ctx.permissions)),
  )
}
