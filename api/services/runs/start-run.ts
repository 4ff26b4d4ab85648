import { and, count, eq, inArray, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { outbox, rosterRuns } from '../../../drizzle/schema/index.ts'
import { validateProblem } from '../../../solver/index.ts'
import type { ProblemIssue } from '../../../solver/model/outcome.ts'
import type { Problem } from '../../../solver/model/problem.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { runCreate } from '../../contract/rostering.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { buildProblem } from '../rosters/build-problem.ts'
import { requireDraft, requireNoRun } from '../rosters/internal.ts'
import { loadPlanning } from '../rosters/load-planning.ts'
import { activeRunQuery } from '../rosters/planning-queries.ts'
import type { PlanningRows } from '../rosters/planning-rows.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { scopeProblem } from './scope-problem.ts'
import { type RunWire, runColumns, toRunWire } from './wire.ts'

/** Runs an organisation may have waiting or at work at once. */
export const activeRunsMax = 3
/** Any number; it names the lock under which an organisation's active runs are counted. */
const capacityLock = 7_302_512

type RunOptions = z.output<typeof runCreate>

/** The problem as it is now, narrowed to what the run may touch. Throws `problem_invalid` with every wrong place. */
const freezeProblem = (rows: PlanningRows, options: RunOptions): Problem => {
  const days = new Map(rows.shifts.map((shift) => [shift.id, shift.day]))
  const problem = scopeProblem(buildProblem(rows), days, options)
  const issues: ProblemIssue[] = [...validateProblem(problem)]
  if (rows.shifts.length === 0) issues.push({ path: 'shifts', reason: 'the roster has no shifts; enter demand first' })
  if (problem.employees.length === 0) issues.push({ path: 'employees', reason: 'nobody is employed in the period' })
  if (issues.length > 0) {
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
    const message = `The roster cannot be planned yet: ${issues[0]?.reason}${more}. Correct it and start again.`
    throw new Invalid('problem_invalid', message, { issues: issues.slice(0, 200) })
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

/** Refuses when too many runs are active. The lock makes two requests at once count one after the other. */
const requireCapacity = async (tx: Tx, orgId: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${capacityLock}, hashtext(${orgId}))`)
  const { active } = one(
    await tx
      .select({ active: count() })
      .from(rosterRuns)
      .where(and(eq(rosterRuns.orgId, orgId), inArray(rosterRuns.state, ['queued', 'running']))),
  )
  if (active < activeRunsMax) return
  const message = `${active} runs are at work in this organisation, which is as many as fit. Wait until one ends, or cancel one.`
  throw new Conflict('capacity_exceeded', message, { active, activeRunsMax })
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
  requireDraft(roster)
  requireNoRun(roster, activeRunId)
  const problem = freezeProblem(rows, options)
  const run = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    await requireCapacity(tx, ctx.orgId)
    // Under the lock, so that of two starts at once one gets the other's id instead of a bare conflict.
    const [active] = await activeRunQuery(tx, ctx.orgId, rosterId)
    requireNoRun(roster, active?.id ?? null)
    const runId = ctx.ids.next()
    const { engine, seconds, seed } = options
    const created = one(
      await tx
        .insert(rosterRuns)
        .values({
          orgId: ctx.orgId,
          id: runId,
          rosterId,
          engine,
          seconds,
          seed,
          options,
          problem,
          rosterVersion: roster.version,
          requestedBy: ctx.user.id,
        })
        .returning(runColumns),
    )
    await tx.insert(outbox).values({ orgId: ctx.orgId, id: ctx.ids.next(), topic: 'run', payload: { runId } })
    await writeAudit(ctx, tx, {
      action: 'start-run',
      entity: 'run',
      entityId: runId,
      details: { rosterId, ...options },
    })
    return created
  })
  ctx.waitUntil(dispatchOutbox(ctx))
  ctx.waitUntil(ctx.live.publish(ctx.orgId, { type: 'run', runId: run.id, rosterId, state: run.state, point: null }))
  return toRunWire(run)
}
