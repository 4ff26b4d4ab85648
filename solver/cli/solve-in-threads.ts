// A large problem on one machine: its parts in threads, as the parts of a run would be in Workers. The whole is polished by
// whoever called.
import { Worker } from 'node:worker_threads'
import { joinRosters } from '../index.ts'
import type { SolveOptions } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'
import type { Clock } from './arguments.ts'
import type { PartTask } from './part-thread.ts'

export interface ThreadOptions extends SolveOptions {
  threads: number
  /** Time for all parts together; absent when `evaluationsMax` is exact, which is shared out evenly. */
  seconds?: number
  clock: Clock
  signal: AbortSignal
}

interface Answer {
  roster: Roster
  evaluations: number
}

/** Solves the parts, so many at a time, and joins them. With exact evaluations the result does not depend on the threads. */
export async function solveInThreads(parts: readonly Problem[], options: ThreadOptions): Promise<Answer> {
  const { threads, seconds, clock, signal, evaluationsMax, ...rest } = options
  const rounds = Math.ceil(parts.length / threads)
  const answers = new Map<number, Answer>()
  let next = 0
  const work = async () => {
    for (let part = next++; part < parts.length && !signal.aborted; part = next++) {
      const own = { ...rest, evaluationsMax: Math.max(1, Math.floor(evaluationsMax / parts.length)) }
      const task: PartTask = {
        problem: parts[part]!,
        options: own,
        clock,
        ...(seconds && { seconds: seconds / rounds }),
      }
      answers.set(part, await runThread(task, signal))
    }
  }
  await Promise.all(Array.from({ length: Math.min(threads, parts.length) }, work))
  const found = parts.flatMap((_, part) => answers.get(part) ?? [])
  return {
    roster: joinRosters(found.map(({ roster }) => roster)),
    evaluations: found.reduce((sum, { evaluations }) => sum + evaluations, 0),
  }
}

/** Rejects when the thread fails. */
function runThread(task: PartTask, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./part-thread.ts', import.meta.url), { workerData: task })
    const stop = () => thread.postMessage('stop')
    signal.addEventListener('abort', stop, { once: true })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => {
      signal.removeEventListener('abort', stop)
      if (code !== 0) reject(new Error(`A part's thread ended with exit code ${code}.`))
    })
  })
}
