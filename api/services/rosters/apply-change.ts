// A change of assignments in one place for everybody who makes one: hand edits, claims, swaps, sickness.
import type { Tx } from '../../../drizzle/client.ts'
import type { RosterDiff } from '../../../solver/model/outcome.ts'
import type { Context } from '../../context.ts'
import { settleExchanges } from '../exchange/settle-exchanges.ts'
import { buildProblem } from './build-problem.ts'
import { saveRoster } from './internal.ts'
import { type Judgement, judgeChange } from './judge-change.ts'
import { loadPlanningIn } from './load-planning.ts'
import type { PlanningRows, RosterRow } from './planning-rows.ts'
import { misfitError } from './refuse-change.ts'
import { writeAssignments } from './write-assignments.ts'

export type Judged = { rows: PlanningRows; diff: RosterDiff } & Extract<Judgement, { kind: 'judged' }>

/** What a change does to the roster as the transaction sees it. Lock the roster's row first. Throws when it does not fit. */
export const judgeIn = async (ctx: Context, tx: Tx, rosterId: string, diff: RosterDiff): Promise<Judged> => {
  const { rows } = await loadPlanningIn(tx, ctx.orgId, rosterId)
  const judged = judgeChange(buildProblem(rows), diff)
  if (judged.kind === 'misfit') throw misfitError(judged.misfit, rows)
  return { ...judged, rows, diff }
}

/**
 * Writes a judged change and raises the roster's version; requests of people that it overtakes end with a reason. Whether what
 * stops it may be overruled is the caller's to decide, before.
 */
export const applyJudged = async (
  ctx: Context,
  tx: Tx,
  roster: RosterRow,
  { rows, diff }: Judged,
): Promise<RosterRow> => {
  await writeAssignments(tx, ctx, rows, diff)
  const saved = await saveRoster(tx, roster, ctx.orgId)
  await settleExchanges(ctx, tx)
  return saved
}
