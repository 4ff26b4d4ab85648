import { type Context, requirePermission } from '../../context.ts'
import { Conflict } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { rosterEmployees } from '../rosters/build-problem.ts'
import { peopleAt, requireDraft, requireNoRun, requireVisible } from '../rosters/internal.ts'
import { loadPlanning } from '../rosters/load-planning.ts'
import type { PlanningRows } from '../rosters/planning-rows.ts'
import { requireReachOfAll } from '../shared/reach.ts'
import { freezeRun, type RunOptions, requireScope } from './freeze-run.ts'
import { type RunWire, toRunWire } from './wire.ts'
import { type Written, writeRun } from './write-run.ts'

/** Runs an organisation may have waiting or at work at once. */
const activeRunsMax = 3

/** The run, or the reason why there is none. */
const requireWritten = (written: Written, roster: PlanningRows['roster']) => {
  switch (written.kind) {
    case 'written':
      return written.run
    case 'run-in-progress':
      requireNoRun(roster, written.runId)
      break
    case 'no-capacity': {
      const { active } = written
      const message = `${active} runs are at work in this organisation, which is as many as fit. Wait until one ends, or cancel one.`
      throw new Conflict('capacity_exceeded', message, { active, activeRunsMax })
    }
    case 'roster-changed':
  }
  const message = `Roster "${roster.name}" was changed while the run was being prepared. Start it again.`
  throw new Conflict('conflict', message, { rosterId: roster.id })
}

/**
 * Freezes the roster's problem and queues a run: run and message are written in one transaction, the solver hears of it
 * after the answer. Throws `roster_locked` (only a repair may start from a published roster), `run_in_progress` with the run's id, `capacity_exceeded`, `problem_invalid`,
 * and `Forbidden` where a run would plan people beyond the caller's reach.
 */
export const startRun = async (ctx: Context, rosterId: string, options: RunOptions): Promise<RunWire> => {
  requirePermission(ctx, 'runs:start')
  requireScope(options)
  const { rows, activeRunId } = await loadPlanning(ctx.db, ctx.orgId, rosterId)
  const { roster } = rows
  requireVisible(ctx, roster)
  if (options.scope === 'plan' || roster.state === 'archived') requireDraft(roster)
  requireNoRun(roster, activeRunId)
  await requireReachOfAll(ctx, [...rosterEmployees(rows).map(({ id }) => id), ...peopleAt(rows)])
  const frozen = freezeRun(rows, options, ctx.clock.now())
  const asked = { id: ctx.ids.next(), rosterId, rosterVersion: roster.version, options, ...frozen }
  const run = requireWritten(await writeRun(ctx, asked, activeRunsMax), roster)
  ctx.waitUntil(dispatchOutbox(ctx))
  ctx.waitUntil(ctx.live.publish(ctx.orgId, { type: 'run', runId: run.id, rosterId, state: run.state, point: null }))
  return toRunWire(run, ctx.permissions)
}
