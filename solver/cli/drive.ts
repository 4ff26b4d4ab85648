// One solve from start to end: slices, the clock between them, and a budget that follows the pace.
import type { Progress, SolveSession } from '../model/outcome.ts'

export interface DriveOptions {
  /** Time for the search; without it only the session's own budget ends it. */
  seconds?: number
  /** True when the budget of evaluations may be set from the time. */
  isBudgetFree: boolean
  nowMs: () => number
  /** Called about ten times a second. */
  onProgress: (progress: Progress, elapsedMs: number) => void
  /** Asked about ten times a second. */
  isStopped: () => boolean
}

/** Evaluations of one step: fixed, so that an exact budget gives the same steps on every machine. */
const stepEvaluations = 10_000
const sliceMs = 100

/**
 * Steps the session to its end. With a time and a free budget the budget is set again after every slice to what the pace so
 * far lets expect, so that a schedule that depends on the budget ends when the time does. Answers the elapsed milliseconds.
 */
export async function drive(session: SolveSession, options: DriveOptions): Promise<number> {
  const { nowMs } = options
  const startMs = nowMs()
  const endMs = options.seconds === undefined ? Number.POSITIVE_INFINITY : options.seconds * 1000
  for (let elapsedMs = 0; ; ) {
    const sliceEndMs = elapsedMs + sliceMs
    let progress: Progress
    do {
      progress = session.step(stepEvaluations)
      elapsedMs = nowMs() - startMs
    } while (!session.isDone() && elapsedMs < Math.min(sliceEndMs, endMs))
    options.onProgress(progress, elapsedMs)
    if (session.isDone() || elapsedMs >= endMs || options.isStopped()) return elapsedMs
    if (options.isBudgetFree && Number.isFinite(endMs)) {
      const left = (progress.evaluations / elapsedMs) * (endMs - elapsedMs)
      session.setBudget(progress.evaluations + Math.max(stepEvaluations, Math.round(left)))
    }
    // Lets signals through.
    await new Promise((resolve) => setImmediate(resolve))
  }
}
