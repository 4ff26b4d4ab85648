// A thread that solves one part of a split problem (see solve-in-threads.ts) and answers with its roster.
import { parentPort, workerData } from 'node:worker_threads'
import { openSession } from '../index.ts'
import type { SolveOptions } from '../model/outcome.ts'
import type { Problem } from '../model/problem.ts'
import type { Clock } from './arguments.ts'
import { clocks } from './clocks.ts'
import { drive } from './drive.ts'

export interface PartTask {
  problem: Problem
  options: SolveOptions
  /** Absent when the evaluations of the options are exact. */
  seconds?: number
  clock: Clock
}

const { problem, options, seconds, clock } = workerData as PartTask
let isStopped = false
// Any message means: stop and answer with the best so far.
parentPort?.once('message', () => {
  isStopped = true
})
const session = openSession(problem, options)
await drive(session, {
  ...(seconds !== undefined && { seconds }),
  isBudgetFree: seconds !== undefined,
  nowMs: clocks[clock],
  onProgress: () => {},
  isStopped: () => isStopped,
})
parentPort?.postMessage({ roster: session.best(), evaluations: session.checkpoint().evaluations })
// The listener would keep the thread alive.
parentPort?.close()
