// One solve in a process of its own: `node bench/solver-timed.ts FILE ENGINE EVALUATIONS SEED`. Prints one line of JSON.
import { readFileSync } from 'node:fs'
import { openSession } from '../solver/index.ts'
import type { Engine, Score } from '../solver/model/outcome.ts'
import type { Problem } from '../solver/model/problem.ts'

const stepEvaluations = 10_000

export interface TimedSolve {
  score: Score
  /** The thread's own, from the opened session to its end. */
  cpuSeconds: number
}

function solveTimed(path: string, engine: Engine, evaluationsMax: number, seed: number): TimedSolve {
  const problem = JSON.parse(readFileSync(path, 'utf8')) as Problem
  const session = openSession(problem, { engine, seed, evaluationsMax })
  const before = process.threadCpuUsage()
  while (!session.isDone()) session.step(stepEvaluations)
  const { user, system } = process.threadCpuUsage(before)
  return { score: session.bestScore(), cpuSeconds: (user + system) / 1e6 }
}

const [path, engine, evaluations, seed] = process.argv.slice(2)
console.log(JSON.stringify(solveTimed(path!, engine as Engine, Number(evaluations), Number(seed))))
