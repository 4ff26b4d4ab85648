import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { scoreRoster } from '../../../solver/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { publishRequest, publishResult } from '../../contract/rostering.ts'
import { Conflict } from '../../errors.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { buildProblem } from './build-problem.ts'
import { announceRoster, lockRoster, requireDraft, requireNoRun, saveRoster } from './internal.ts'
import { loadPlanningIn } from './load-planning.ts'
import { planPublish } from './plan-publish.ts'
import type { PlanningRows } from './planning-rows.ts'
import { toBreachesWire, toRosterWire } from './wire.ts'

type Published = z.output<typeof publishResult>

const staffingOf = (rows: PlanningRows) => {
  const heads = new Map<string, number>()
  for (const { shiftId } of rows.assignments) heads.set(shiftId, (heads.get(shiftId) ?? 0) + 1)
  return rows.shifts.map((shift) => ({ headsMin: shift.headsMin, heads: heads.get(shift.id) ?? 0 }))
}

/**
 * Publishes a draft and says what stays open. Throws `conflict` with the breaches while hard rules are broken,
 * `roster_locked`, `run_in_progress`; `double_booked` when a person works elsewhere at the same time in a published roster.
 */
export const publishRoster = async (
  ctx: Context,
  rosterId: string,
  version: number,
  input: z.output<typeof publishRequest>,
): Promise<Published> => {
  requirePermission(ctx, 'rosters:publish')
  const published = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const roster = await lockRoster(tx, ctx, rosterId, version)
    requireDraft(roster)
    const { rows, activeRunId } = await loadPlanningIn(tx, ctx.orgId, rosterId)
    requireNoRun(roster, activeRunId)
    const problem = buildProblem(rows)
    const { breaches } = scoreRoster(problem, { assignments: problem.assignments ?? [] })
    const plan = planPublish(breaches, staffingOf(rows))
    if (plan.kind === 'refused') {
      const count = plan.hard.length === 1 ? 'one hard rule' : `hard rules in ${plan.hard.length} places`
      const message = `Roster "${roster.name}" breaks ${count}. Solve the marked conflicts, then publish.`
      throw new Conflict('conflict', message, { breaches: toBreachesWire(plan.hard, ctx.permissions) })
    }
    const saved = await saveRoster(tx, roster, ctx.orgId, { state: 'published', publishedAt: ctx.clock.now() })
    const { openShifts, openHeads, warnings } = plan
    await writeAudit(ctx, tx, {
      action: 'publish-roster',
      entity: 'roster',
      entityId: rosterId,
      details: { openShifts, openHeads, warnings, ...(input.message && { message: input.message }) },
    })
    return { saved, openShifts, openHeads, warnings }
  })
  announceRoster(ctx, published.saved)
  const { openShifts, openHeads, warnings } = published
  return { ...toRosterWire(published.saved), openShifts, openHeads, warnings }
}
