// The loop around one solve: slices of steps, and between two slices everything that touches the world.
import type { Checkpoint, Progress, SolveSession } from '../model/outcome.ts'

/**
 * Evaluations of one `step`. Fixed, so that the sequence of steps (and with it the roster of an exact budget) is the same
 * however fast the machine is and wherever a run was interrupted; only how many steps make a slice adapts.
 */
export const stepEvaluations = 10_000

/** Wall time aimed at between two looks at the world: a cancel is heard within it. */
const sliceMs = 250
const checkpointEveryMs = 1000
/** A run draws about this many points, however long it is. */
const pointsAim = 400

export interface Slice {
  progress: Progress
  /** Solving time of the whole run so far, earlier invocations included. */
  elapsedMs: number
  /** True when the slice is worth a point on the curve; the last of an invocation always is. */
  isPoint: boolean
  /** A checkpoint to keep, about every second. */
  checkpoint: Checkpoint | null
}

/** What the world says to a slice: go on, stop (somebody cancelled), or somebody else owns the run now. */
export type Verdict = 'go-on' | 'cancel' | 'lost'

export interface DriveOptions {
  /** Time budget of the run; null when its budget is exact (evaluations). */
  budgetMs: number | null
  elapsedMsBefore: number
  /** Wall time this invocation may use before it hands over. */
  shareMs: number
  /** Tasks that draw one curve together; each draws its part of the points. */
  curveShare: number
  /** What one exchange with the world costs, so that waiting does not count as work when slices are sized. */
  latencyMs: number
  nowMs(): number
  /** Shares a slice with the world. Rejections end the drive: the lease runs out and another invocation goes on. */
  share(slice: Slice): Promise<Verdict>
}

export type Driven = { end: 'finished' | 'cancelled' | 'lost' | 'share-used'; elapsedMs: number }

/** How many steps the next slice gets: towards the aimed time, at most doubled or halved. */
const nextSteps = (steps: number, tookMs: number, aimMs: number): number => {
  const ratio = tookMs <= 0 ? 2 : Math.min(2, Math.max(0.5, aimMs / tookMs))
  return Math.max(1, Math.floor(steps * ratio))
}

/**
 * Drives a session until its budget is used, somebody cancels, the run is lost to another invocation, or this invocation's
 * share of wall time is used. The clock is read only around `share`: a deployed Worker's clock stands still in between.
 */
export const driveSession = async (session: SolveSession, options: DriveOptions): Promise<Driven> => {
  const { budgetMs, nowMs } = options
  const startedMs = nowMs()
  // Slices are a little shorter or longer than aimed at; a point must not skip one for that.
  const pointEveryMs = Math.max(0.6 * sliceMs, ((budgetMs ?? 0) * options.curveShare) / pointsAim)
  const evaluationsBefore = session.checkpoint().evaluations
  let steps = 1
  let sliceStartedMs = startedMs
  let checkpointMs = startedMs
  let pointMs = Number.NEGATIVE_INFINITY
  for (;;) {
    let progress = session.step(stepEvaluations)
    for (let step = 1; step < steps && !session.isDone(); step += 1) progress = session.step(stepEvaluations)

    const beforeMs = nowMs()
    const spentMs = beforeMs - startedMs
    const isTimeUp = budgetMs !== null && options.elapsedMsBefore + spentMs >= budgetMs
    const isFinished = session.isDone() || isTimeUp
    const isShareUsed = !isFinished && spentMs >= options.shareMs
    const isPoint = isFinished || isShareUsed || beforeMs - pointMs >= pointEveryMs
    const isCheckpoint = isFinished || isShareUsed || beforeMs - checkpointMs >= checkpointEveryMs
    const verdict = await options.share({
      progress,
      elapsedMs: options.elapsedMsBefore + spentMs,
      isPoint,
      checkpoint: isCheckpoint ? session.checkpoint() : null,
    })
    const afterMs = nowMs()
    const elapsedMs = options.elapsedMsBefore + (afterMs - startedMs)
    if (verdict === 'lost') return { end: 'lost', elapsedMs }
    if (isFinished) return { end: 'finished', elapsedMs }
    if (verdict === 'cancel') return { end: 'cancelled', elapsedMs }
    if (isShareUsed) return { end: 'share-used', elapsedMs }

    if (isPoint) pointMs = beforeMs
    if (isCheckpoint) checkpointMs = beforeMs
    const remainingMs = budgetMs === null ? Number.POSITIVE_INFINITY : budgetMs - elapsedMs
    steps = nextSteps(steps, afterMs - sliceStartedMs - options.latencyMs, Math.min(sliceMs, remainingMs))
    sliceStartedMs = afterMs
    if (budgetMs !== null && afterMs > startedMs) {
      // As many evaluations as the pace so far lets fit into what is left of the time.
      const pace = (progress.evaluations - evaluationsBefore) / (afterMs - startedMs)
      session.setBudget(progress.evaluations + Math.max(stepEvaluations, Math.round(pace * remainingMs)))
    }
  }
}
