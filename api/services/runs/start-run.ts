import type * as z from 'zod'
import { validateProblem } from '../../../solver/index.ts'
import type { ProblemIssue } from '../../../solver/model/outcome.ts'
import type { Problem } from '../../../solver/model/problem.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { runCreate } from '../../contract/rostering.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { buildProblem } from '../rosters/build-problem.ts'
import { requireDraft, requireNoRun, requireVisible } from '../rosters/internal.ts'
import { loadPlanning } from '../rosters/load-planning.ts'
import type { PlanningRows } from '../rosters/planning-rows.ts'
import { scopeProblem } from './scope-problem.ts'
import { type RunWire, toRunWire } from './wire.ts'
import { type Written, writeRun } from './write-run.ts'

/** Runs an organisation may have waiting or at work at once. */
const activeRunsMax = 3
const issuesShownMax = 200

type RunOptions = z.output<typeof runCreate>

/** The problem as it is now, narrowed to what the run may touch. Throws `problem_invalid` with every wrong place. */
const freezeProblem = (rows: PlanningRows, options: RunOptions): Problem => {
  const days = new Map(rows.shifts.map((shift) => [shift.id, shift.day]))
  const problem = scopeProblem(buildProblem(rows), days, options)
  const issues: ProblemIssue[] = []
  if (rows.shifts.length === 0) issues.push({ path: 'shifts', reason: 'the roster has no shifts; enter demand first' })
  if (problem.employees.length === 0) issues.push({ path: 'employees', reason: 'nobody is employed in the period' })
  issues.push(...validateProblem(problem))
  if (issues.length > 0) {
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
    const message = `The roster cannot be planned yet: ${issues[0]?.reason}${more}. Correct it and start again.`
    throw new Invalid('problem_invalid', message, { issues: issues.slice(0, issuesShownMax) })
  }
  return problem
}

const requireScope = ({ fromDay, toDay }: RunOptions): void => {
  if (fromDay === undefined || toDay === undefined || fromDay <= toDay) return
  throw new Invalid(
    'validation_failed',
    `The scope ends ("${toDay}") before it begins ("${fromDay}"). Swap the two days.`,
  )
}

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
 * after the answer. Throws `roster_locked`, `run_in_progress` with the run's id, `capacity_exceeded`, `problem_invalid`.
 */
export const startRun = async (ctx: Context, rosterId: string, options: RunOptions): Promise<RunWire> => {
  requirePermission(ctx, 'runs:start')
  requireScope(options)
  const { rows, activeRunId } = await loadPlanning(ctx.db, ctx.orgId, rosterId)
  const { roster } = rows
  requireVisible(ctx, roster)
  requireDraft(roster)
  requireNoRun(roster, activeRunId)
  const problem = freezeProblem(rows, options)
  const asked = { id: ctx.ids.next(), rosterId, rosterVersion: roster.version, options, problem }
  const run = requireWritten(await writeRun(ctx, asked, activeRunsMax), roster)
  ctx.waitUntil(dispatchOutbox(ctx))
  ctx.waitUntil(ctx.live.publish(ctx.orgId, { type: 'run', runId: run.id, rosterId, state: run.state, point: null }))
  return toRunWire(run, ctx.permissions)
}
