// What runs and their parts have in common: a session is opened, driven in slices, and left finished, handed over or failed.
import type { Progress, SolveSession } from '../model/outcome.ts'
import { driveSession, type Slice, type Verdict } from './drive-session.ts'
import { explainFailure } from './explain-failure.ts'
import type { RunEvent, RunRef, WorkerPorts } from './ports.ts'
import type { End, Point, RunMemory, Saved, SliceToSave } from './run-rows.ts'

/** Wall time of one invocation: far below a Worker's limits, short enough that runs of one queue take turns. */
const shareMs = 30_000
/** Workers that may die over one task before it counts as failed. */
const deathsMax = 4

/** A run, or a part of one, that this invocation has claimed. */
export interface Task {
  ref: RunRef
  rosterId: string
  attempt: number
  memory: RunMemory
  cancelRequested: boolean
  latencyMs: number
  /** Time for the whole task; null when its budget is exact. */
  budgetMs: number | null
  /** True when there is a roster to keep although no session was opened yet. */
  hasRoster: boolean
  /** Tasks that draw the run's curve together. */
  curveShare: number
  open(): SolveSession
  save(slice: SliceToSave): Promise<Saved>
  /** Gives the lease back. Answers whether the task was still ours. */
  release(memory: RunMemory): Promise<boolean>
  finish(end: End, point: Point | null): Promise<WorkEnd>
}

/** What became of a message: `skipped` when the task has ended or somebody else holds it. */
export type WorkEnd = 'skipped' | 'handed-over' | 'ended'

/** Works on a claimed task. Rejects only when the outside fails (database, queue): the message may then be delivered again. */
export const workOnTask = async (ports: WorkerPorts, task: Task): Promise<WorkEnd> => {
  const deaths = task.attempt - 1 - task.memory.handovers
  if (deaths > deathsMax) {
    const failure = `The solver stopped ${deaths} times while working on this roster, most likely because it is too large for it. Choose fewer days or fewer sites and start again.`
    return task.finish({ state: 'failed', failure }, null)
  }
  if (task.cancelRequested && task.memory.session === null && !task.hasRoster) {
    return task.finish({ state: 'cancelled', best: null }, null)
  }
  let session: SolveSession
  try {
    session = task.open()
  } catch (error) {
    ports.log.error('run-not-opened', { ...task.ref, error })
    return task.finish({ state: 'failed', failure: explainFailure(error) }, null)
  }
  return drive(ports, task, session)
}

/** What the engine throws fails the task, what the outside throws rejects. */
const drive = async (ports: WorkerPorts, task: Task, session: SolveSession): Promise<WorkEnd> => {
  const sharing = shareSlices(ports, task)
  const { ref, memory, attempt } = task
  try {
    const driven = await driveSession(session, {
      budgetMs: task.budgetMs,
      elapsedMsBefore: memory.elapsedMs,
      shareMs,
      latencyMs: task.latencyMs,
      curveShare: task.curveShare,
      nowMs: ports.nowMs,
      share: sharing.share,
    })
    if (driven.end === 'lost') return 'skipped'
    const { elapsedMs } = driven
    if (driven.end === 'share-used') {
      const handovers = memory.handovers + 1
      return handOver(ports, task, { ...memory, elapsedMs, handovers, session: session.checkpoint() })
    }
    const { progress, point } = sharing.last()
    const state = driven.end === 'finished' ? 'completed' : 'cancelled'
    const { engine } = session
    const end: End = { state, best: session.best(), score: session.bestScore(), engine, progress, elapsedMs }
    return task.finish(end, point)
  } catch (error) {
    if (sharing.isWorldAtFault()) throw error
    ports.log.error('run-failed', { ...ref, attempt, error })
    return task.finish({ state: 'failed', failure: explainFailure(error) }, null)
  }
}

/** Saves and announces slices, and remembers the last one and whether it was the outside that failed. */
const shareSlices = (ports: WorkerPorts, task: Task) => {
  let last: { progress: Progress; point: Point | null } | undefined
  let isWorldAtFault = false
  const share = async ({ progress, elapsedMs, isPoint, checkpoint }: Slice): Promise<Verdict> => {
    const memory = checkpoint === null ? null : { ...task.memory, elapsedMs, session: checkpoint }
    isWorldAtFault = true
    const saved = await task.save({ progress, elapsedMs, isPoint, memory })
    isWorldAtFault = false
    if (!saved.isOwn) return 'lost'
    last = { progress, point: saved.point }
    if (saved.point !== null) await announce(ports, task, 'running', saved.point)
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
const handOver = async (ports: WorkerPorts, task: Task, memory: RunMemory): Promise<WorkEnd> => {
  if (!(await task.release(memory))) return 'skipped'
  await ports.queue.send(task.ref)
  return 'handed-over'
}

export const announce = (
  { live }: WorkerPorts,
  { ref: { orgId, runId }, rosterId }: Pick<Task, 'ref' | 'rosterId'>,
  state: RunEvent['state'],
  point: Point | null,
): Promise<void> => live.publish(orgId, { type: 'run', runId, rosterId, state, point })
