// One message of the queue: claim the run, drive its session, leave it finished, handed over or failed.
import type { Database } from '../../drizzle/client.ts'
import type { Engine, Progress, SolveOptions, SolveSession } from '../model/outcome.ts'
import type { Problem } from '../model/problem.ts'
import { driveSession, type Slice, type Verdict } from './drive-session.ts'
import { explainFailure } from './explain-failure.ts'
import {
  type Claim,
  claimRun,
  type End,
  endRun,
  type Point,
  type RunMemory,
  type RunRef,
  releaseRun,
  saveSlice,
} from './run-store.ts'

/** Wall time of one invocation: far below a Worker's limits, short enough that runs of one queue take turns. */
const shareMs = 30_000
/** Workers that may die over one run before it counts as failed. */
const deathsMax = 4
/** A first guess, before the pace is known. */
const evaluationsPerSecondGuess = 500_000

/** What clients hear of a run. */
export interface RunEvent {
  type: 'run'
  runId: string
  rosterId: string
  state: 'running' | 'completed' | 'cancelled' | 'failed'
  point: Point | null
}

export interface WorkerPorts {
  db: Database
  queue: { send(ref: RunRef): Promise<void> }
  live: { publish(orgId: string, event: RunEvent): Promise<void> }
  log: {
    info(event: string, fields?: Record<string, unknown>): void
    error(event: string, fields?: Record<string, unknown>): void
  }
  nowMs(): number
  newId(): string
  /** The engine's door. Throws for a problem that cannot be solved at all. */
  openSession(problem: Problem, options: SolveOptions): SolveSession
}

/** What became of a message: `skipped` when the run has ended or somebody else holds it. */
export type WorkEnd = 'skipped' | 'handed-over' | 'ended'

/** The exact budget of the request, or null when time is the budget. */
const exactEvaluations = ({ options }: Claim): number | null =>
  typeof options.evaluations === 'number' ? options.evaluations : null

const openRunSession = (ports: WorkerPorts, claim: Claim): SolveSession => {
  const { memory, problem, seconds, seed } = claim
  const remainingSeconds = Math.max(1, seconds - memory.elapsedMs / 1000)
  const guess = (memory.session?.evaluations ?? 0) + Math.round(remainingSeconds * evaluationsPerSecondGuess)
  const hasStart = (problem.assignments?.length ?? 0) > 0
  return ports.openSession(problem, {
    seed,
    evaluationsMax: exactEvaluations(claim) ?? guess,
    engine: claim.engine as Engine,
    ...(hasStart && { start: { assignments: problem.assignments ?? [] } }),
    ...(memory.session !== null && { checkpoint: memory.session }),
  })
}

/**
 * Works on a run until it ends, its share of time is used, or it turns out to belong to somebody else. Answers what became
 * of it. Rejects only when the outside fails (database, queue): the message may then be delivered again.
 */
export const workOnRun = async (ports: WorkerPorts, ref: RunRef): Promise<WorkEnd> => {
  const claim = await claimRun(ports.db, ref, ports.nowMs)
  if (claim === null) return 'skipped'
  const deaths = claim.attempt - 1 - claim.memory.handovers
  if (deaths > deathsMax) {
    const failure = `The solver stopped ${deaths} times while working on this roster, most likely because it is too large for it. Choose fewer days or fewer sites and start again.`
    return finish(ports, claim, { state: 'failed', failure }, null)
  }
  if (claim.cancelRequested && claim.memory.session === null) {
    return finish(ports, claim, { state: 'cancelled', best: null }, null)
  }
  let session: SolveSession
  try {
    session = openRunSession(ports, claim)
  } catch (error) {
    ports.log.error('run-not-opened', { ...ref, error })
    return finish(ports, claim, { state: 'failed', failure: explainFailure(error) }, null)
  }
  return drive(ports, claim, session)
}

/** Drives the session and ends or hands over the run. What the engine throws fails the run, what the outside throws rejects. */
const drive = async (ports: WorkerPorts, claim: Claim, session: SolveSession): Promise<WorkEnd> => {
  const sharing = shareSlices(ports, claim)
  try {
    const driven = await driveSession(session, {
      budgetMs: exactEvaluations(claim) === null ? claim.seconds * 1000 : null,
      elapsedMsBefore: claim.memory.elapsedMs,
      shareMs,
      latencyMs: claim.latencyMs,
      nowMs: ports.nowMs,
      share: sharing.share,
    })
    const { progress, point } = sharing.last()
    if (driven.end === 'lost') return 'skipped'
    if (driven.end === 'share-used') {
      return handOver(ports, claim, {
        elapsedMs: driven.elapsedMs,
        handovers: claim.memory.handovers + 1,
        session: session.checkpoint(),
      })
    }
    const state = driven.end === 'finished' ? 'completed' : 'cancelled'
    const { engine } = session
    const { elapsedMs } = driven
    const end: End = { state, best: session.best(), score: session.bestScore(), engine, progress, elapsedMs }
    return finish(ports, claim, end, point)
  } catch (error) {
    if (sharing.isWorldAtFault()) throw error
    ports.log.error('run-failed', { orgId: claim.orgId, runId: claim.runId, attempt: claim.attempt, error })
    return finish(ports, claim, { state: 'failed', failure: explainFailure(error) }, null)
  }
}

/** Saves and announces slices, and remembers the last one and whether it was the outside that failed. */
const shareSlices = (ports: WorkerPorts, claim: Claim) => {
  let seq = claim.nextSeq
  let last: { progress: Progress; point: Point | null } | undefined
  let isWorldAtFault = false
  const share = async ({ progress, elapsedMs, isPoint, checkpoint }: Slice): Promise<Verdict> => {
    const point = isPoint ? { ...progress, seq, atMs: Math.round(elapsedMs) } : null
    if (point !== null) seq += 1
    last = { progress, point }
    const memory = checkpoint === null ? null : { ...claim.memory, elapsedMs, session: checkpoint }
    isWorldAtFault = true
    const saved = await saveSlice(ports.db, claim, { progress, elapsedMs, point, memory })
    isWorldAtFault = false
    if (!saved.isOwn) return 'lost'
    if (point !== null) await announce(ports, claim, 'running', point)
    return saved.cancelRequested ? 'cancel' : 'go-on'
  }
  return {
    share,
    isWorldAtFault: () => isWorldAtFault,
    last: () => {
      if (last === undefined) throw new Error('The session ended without a slice.')
      return last
    },
  }
}

/** The lease is given back before the message goes out: whoever gets it must be able to claim. */
const handOver = async (ports: WorkerPorts, claim: Claim, memory: RunMemory): Promise<WorkEnd> => {
  const { orgId, runId } = claim
  if (!(await releaseRun(ports.db, claim, memory))) return 'skipped'
  await ports.queue.send({ orgId, runId })
  return 'handed-over'
}

const finish = async (ports: WorkerPorts, claim: Claim, end: End, point: Point | null): Promise<WorkEnd> => {
  const { orgId, runId, attempt } = claim
  if (!(await endRun(ports.db, claim, end, ports.newId()))) return 'skipped'
  ports.log.info('run-ended', { orgId, runId, attempt, state: end.state })
  await announce(ports, claim, end.state, point)
  return 'ended'
}

const announce = (
  { live }: WorkerPorts,
  { orgId, runId, rosterId }: Claim,
  state: RunEvent['state'],
  point: Point | null,
) => live.publish(orgId, { type: 'run', runId, rosterId, state, point })
