import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { assignmentChange, assignmentChangeResult } from '../../contract/rostering.ts'
import { Conflict } from '../../errors.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { buildProblem } from './build-problem.ts'
import { announceRoster, lockRoster, requireDraft, requireVisible, saveRoster } from './internal.ts'
import { judgeChange } from './judge-change.ts'
import { loadPlanning, loadPlanningIn } from './load-planning.ts'
import type { PlanningRows } from './planning-rows.ts'
import { breachError, misfitError } from './refuse-change.ts'
import { toBreachesWire, toScoreWire } from './wire.ts'
import { writeAssignments, writePins } from './write-assignments.ts'

type Change = z.output<typeof assignmentChange>
type Result = z.output<typeof assignmentChangeResult>
type Pair = { employeeId: string; shiftId: string }

const toPairs = (pairs: readonly Pair[]) =>
  [...new Map(pairs.map((pair) => [`${pair.shiftId} ${pair.employeeId}`, pair])).values()].map((pair) => ({
    shift: pair.shiftId,
    employee: pair.employeeId,
  }))

/** What the change does to the roster's rules. Throws when it does not fit; hard breaches are the caller's to refuse. */
const judge = (ctx: Context, rows: PlanningRows, change: Change) => {
  const problem = buildProblem(rows)
  const judged = judgeChange(problem, { added: toPairs(change.add), removed: toPairs(change.remove) })
  if (judged.kind === 'misfit') throw misfitError(judged.misfit, rows)
  const result = {
    delta: toScoreWire(judged.delta),
    added: toBreachesWire(judged.added, ctx.permissions),
    removed: toBreachesWire(judged.removed, ctx.permissions),
  }
  return { result, stopping: judged.stopping }
}

/** A pin needs an assignment to hold. */
const requireAssigned = (rows: PlanningRows, change: Change): void => {
  const now = new Set([...rows.assignments, ...change.add].map((pair) => `${pair.shiftId} ${pair.employeeId}`))
  for (const pair of change.remove) now.delete(`${pair.shiftId} ${pair.employeeId}`)
  for (const pair of change.pin) {
    if (now.has(`${pair.shiftId} ${pair.employeeId}`)) continue
    throw new Conflict(
      'conflict',
      'Only an assignment can be pinned, and there is none to pin. Assign the person first.',
      {
        ...pair,
      },
    )
  }
}

/**
 * A change by hand to a draft, judged by the very rules of the solver: a hard breach that it brings refuses it with the
 * breaches, soft ones are answered. A dry run answers the same and writes nothing.
 */
export const changeAssignments = async (
  ctx: Context,
  rosterId: string,
  version: number,
  change: Change,
): Promise<Result> => {
  requirePermission(ctx, 'rosters:write')
  if (change.dryRun) {
    const { rows } = await loadPlanning(ctx.db, ctx.orgId, rosterId)
    requireVisible(ctx, rows.roster)
    requireVersion('roster', rows.roster, version)
    requireAssigned(rows, change)
    return { ...judge(ctx, rows, change).result, rosterVersion: rows.roster.version }
  }
  const { result, saved } = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const roster = await lockRoster(tx, ctx, rosterId, version)
    requireDraft(roster)
    const { rows } = await loadPlanningIn(tx, ctx.orgId, rosterId)
    requireAssigned(rows, change)
    const judged = judge(ctx, rows, change)
    if (judged.stopping.length > 0) throw breachError(judged.stopping, rows, ctx.permissions)
    await writeAssignments(tx, ctx, rows, { added: toPairs(change.add), removed: toPairs(change.remove) })
    await writePins(tx, ctx, rosterId, toPairs(change.pin), true)
    await writePins(tx, ctx, rosterId, toPairs(change.unpin), false)
    const saved = await saveRoster(tx, roster, ctx.orgId)
    const { dryRun: _dryRun, reason, ...changes } = change
    await writeAudit(ctx, tx, {
      action: 'change-assignments',
      entity: 'roster',
      entityId: rosterId,
      details: { ...changes, ...(reason && { reason }) },
    })
    return { result: judged.result, saved }
  })
  announceRoster(ctx, saved)
  return { ...result, rosterVersion: saved.version }
}
