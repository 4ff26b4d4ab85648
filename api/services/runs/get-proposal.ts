import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { disruptionFigure, keyFigures, scoreRoster } from '../../../solver/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { proposalSchema } from '../../contract/rostering.ts'
import { NotFound } from '../../errors.ts'
import { explainGaps } from '../rosters/explain-gaps.ts'
import { candidatesMax } from '../rosters/get-unfilled.ts'
import { loadPlanning } from '../rosters/load-planning.ts'
import { toBreachesWire, toKeyFiguresWire, toScoreWire, toUnfilledWire } from '../rosters/wire.ts'
import { shownWithin } from '../rosters/within-reach.ts'
import { requireProposal, requireRun, runQuery } from './internal.ts'
import { proposalNow, resultQuery } from './load-proposal.ts'
import { applyToNow } from './rebase-proposal.ts'
import { toRunWire } from './wire.ts'

/**
 * What a run proposes: the changes against the roster as it stands now, key figures before and after, the breaches and open
 * shifts that would remain. Throws `NotFound`, `conflict` while the run is at work or when it failed.
 */
export const getProposal = async (ctx: Context, runId: string): Promise<z.output<typeof proposalSchema>> => {
  requirePermission(ctx, 'runs:read')
  const [[found], [result]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    runQuery(read, ctx.orgId, runId),
    resultQuery(read, ctx.orgId, runId),
  ])
  const run = requireRun(ctx, runId, found)
  requireProposal(run)
  if (result === undefined) throw new NotFound('run', runId)
  const { rows } = await loadPlanning(ctx.db, ctx.orgId, run.rosterId)
  const { problem, diff } = proposalNow(rows, result)
  const before = { assignments: problem.assignments ?? [] }
  const after = { assignments: applyToNow(problem, diff) }
  const judged = scoreRoster(problem, after)
  const toPair = ({ shift, employee }: { shift: string; employee: string }) => ({
    shiftId: shift,
    employeeId: employee,
  })
  const proposal = {
    run: toRunWire(run, ctx.permissions),
    disruption: disruptionFigure(problem, before, after, ctx.clock.now().toISOString()),
    rosterVersion: rows.roster.version,
    added: diff.added.map(toPair),
    removed: diff.removed.map(toPair),
    scoreBefore: toScoreWire(scoreRoster(problem, before), ctx.permissions),
    scoreAfter: toScoreWire(judged, ctx.permissions),
    before: toKeyFiguresWire(keyFigures(problem, before), ctx.permissions),
    after: toKeyFiguresWire(keyFigures(problem, after), ctx.permissions),
    breaches: toBreachesWire(judged.breaches, ctx.permissions),
    unfilled: explainGaps(problem, after, candidatesMax).map((shift) => toUnfilledWire(shift, ctx.permissions)),
  }
  return shownWithin(ctx, rows, proposal)
}
