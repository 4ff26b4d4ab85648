// One message of the queue about a part of a large run.
import type { Engine } from '../model/outcome.ts'
import { exactEvaluations, openTaskSession, startOf } from './open-task-session.ts'
import { claimPart, endPart, failRunOf, type PartClaim, releasePart, savePart } from './part-store.ts'
import { partBudgetMs, partEvaluations } from './plan-parts.ts'
import type { RunRef, WorkerPorts } from './ports.ts'
import type { RunMemory } from './run-rows.ts'
import { announce, type Task, type WorkEnd, workOnTask } from './work-on-task.ts'

/** Works on a part like on a run of its own; whoever ends the last one sends the run on, to be joined. */
export const workOnPart = async (ports: WorkerPorts, ref: RunRef & { part: number }): Promise<WorkEnd> => {
  const claim = await claimPart(ports.db, ref, ports.nowMs)
  return claim === null ? 'skipped' : workOnTask(ports, partTask(ports, claim))
}

const partTask = (ports: WorkerPorts, claim: PartClaim): Task => {
  const { orgId, runId, part, rosterId, attempt, problem, count } = claim
  const ref = { orgId, runId, part }
  const exact = exactEvaluations(claim)
  const memory = withBudget(claim, exact === null ? ports.partsAtOnce : null)
  const budgetMs = memory.budgetMs ?? null
  return {
    ref,
    rosterId,
    attempt,
    memory,
    cancelRequested: claim.cancelRequested,
    latencyMs: claim.latencyMs,
    budgetMs,
    hasRoster: false,
    curveShare: count,
    open: () =>
      openTaskSession(ports, {
        problem,
        memory,
        seed: claim.seed,
        engine: claim.engine as Engine,
        start: startOf(problem),
        evaluationsMax: exact === null ? null : partEvaluations(exact, count),
        budgetMs,
        repair: null,
      }),
    save: (slice) => savePart(ports.db, claim, slice, ports.partsAtOnce),
    release: (kept) => releasePart(ports.db, claim, kept),
    async finish(end) {
      if (end.state === 'failed') {
        if (!(await failRunOf(ports.db, claim, end.failure, ports.newId()))) return 'skipped'
        ports.log.info('run-ended', { ...ref, attempt, state: end.state })
        await announce(ports, { ref, rosterId }, end.state, null)
        return 'ended'
      }
      const { isOwn, left } = await endPart(ports.db, claim, end, ports.partsAtOnce)
      if (!isOwn) return 'skipped'
      ports.log.info('part-ended', { ...ref, attempt, state: end.state, left })
      if (left === 0) await ports.queue.send({ orgId, runId })
      return 'ended'
    },
  }
}

/** The part's time is settled once, so that a part whose Worker died has what it had before. */
const withBudget = (claim: PartClaim, atOnce: number | null): RunMemory => {
  const { memory, seconds, count, lateMs } = claim
  if (atOnce === null || memory.budgetMs !== undefined) return memory
  return { ...memory, budgetMs: partBudgetMs({ seconds, count, atOnce, lateMs }) }
}
