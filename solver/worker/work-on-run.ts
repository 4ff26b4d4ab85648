// One message of the queue about a run: claim it, and solve it whole or, when it is too large for one Worker, in parts.
import type { Engine } from '../model/outcome.ts'
import type { Problem } from '../model/problem.ts'
import { exactEvaluations, openTaskSession, startOf } from './open-task-session.ts'
import { planParts } from './plan-parts.ts'
import type { RunRef, WorkerPorts } from './ports.ts'
import type { End, Point } from './run-rows.ts'
import { type Claim, claimRun, endRun, releaseRun, saveSlice, storeParts } from './run-store.ts'
import { workOnPart } from './work-on-part.ts'
import { announce, type Task, type WorkEnd, workOnTask } from './work-on-task.ts'

/**
 * Works on a run, or on the part that the message names, until it ends, its share of time is used, or it turns out to belong to
 * somebody else. Answers what became of it. Rejects only when the outside fails: the message may then be delivered again.
 */
export const workOnRun = async (ports: WorkerPorts, ref: RunRef): Promise<WorkEnd> => {
  const { part } = ref
  if (part !== undefined) return workOnPart(ports, { ...ref, part })
  const claim = await claimRun(ports.db, ref, ports.nowMs)
  if (claim === null) return 'skipped'
  const isWhole = claim.joined !== null || claim.memory.session !== null || claim.repair !== null
  const parts = isWhole || claim.cancelRequested ? null : planParts(claim.problem, claim.engine, ports.partCellsMax)
  return parts === null ? workOnTask(ports, runTask(ports, claim)) : handOut(ports, claim, parts)
}

/** Stores the parts and sends a message for each. Messages that are lost on the way the sweep sends again. */
const handOut = async (ports: WorkerPorts, claim: Claim, parts: readonly Problem[]): Promise<WorkEnd> => {
  const { orgId, runId, memory } = claim
  const handovers = memory.handovers + 1
  if (!(await storeParts(ports.db, claim, parts, { ...memory, handovers }))) return 'skipped'
  ports.log.info('run-split', { orgId, runId, parts: parts.length })
  await Promise.all(parts.map((_, part) => ports.queue.send({ orgId, runId, part })))
  return 'handed-over'
}

/** The whole run; what its parts found is polished by local search. */
const runTask = (ports: WorkerPorts, claim: Claim): Task => {
  const { orgId, runId, rosterId, attempt, memory, problem, joined, repair } = claim
  const ref: RunRef = { orgId, runId }
  const evaluations = exactEvaluations(claim)
  const before = joined?.evaluations ?? 0
  const budgetMs = evaluations === null ? claim.seconds * 1000 : null
  let seq = claim.nextSeq
  return {
    ref,
    rosterId,
    attempt,
    memory,
    cancelRequested: claim.cancelRequested,
    latencyMs: claim.latencyMs,
    budgetMs,
    hasRoster: joined !== null,
    curveShare: 1,
    open: () =>
      openTaskSession(ports, {
        problem,
        memory,
        seed: claim.seed,
        engine: joined === null ? (claim.engine as Engine) : 'search',
        start: joined?.roster ?? startOf(problem),
        evaluationsMax: evaluations === null ? null : Math.max(1, evaluations - before),
        budgetMs,
        repair,
      }),
    async save({ progress, elapsedMs, isPoint, memory: kept }) {
      const reached = { ...progress, evaluations: progress.evaluations + before }
      const point: Point | null = isPoint ? { ...reached, seq, atMs: Math.round(elapsedMs) } : null
      if (point !== null) seq += 1
      return saveSlice(ports.db, claim, { progress: reached, elapsedMs, point, memory: kept })
    },
    release: (kept) => releaseRun(ports.db, claim, kept),
    async finish(end, point) {
      const whole = withEvaluations(end, before)
      if (!(await endRun(ports.db, claim, whole, ports.newId()))) return 'skipped'
      ports.log.info('run-ended', { ...ref, attempt, state: end.state })
      await announce(ports, { ref, rosterId }, end.state, point)
      return 'ended'
    },
  }
}

const withEvaluations = (end: End, before: number): End =>
  'progress' in end ? { ...end, progress: { ...end.progress, evaluations: end.progress.evaluations + before } } : end
