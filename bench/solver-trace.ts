// One solve in a process of its own that writes down every improvement: `node bench/solver-trace.ts FILE ENGINE SECONDS SEED`.
// Prints one line of JSON. Finer than the command line's progress, for small problems that are done in parts of a second.
import { readFileSync } from 'node:fs'
import { compareScores, openSession } from '../solver/index.ts'
import type { Engine, Score } from '../solver/model/outcome.ts'
import type { Problem } from '../solver/model/problem.ts'

const stepEvaluations = 1000

export interface Trace {
  points: readonly (Score & { seconds: number })[]
  evaluations: number
}

function trace(path: string, engine: Engine, seconds: number, seed: number): Trace {
  const problem = JSON.parse(readFileSync(path, 'utf8')) as Problem
  const startMs = performance.now()
  const session = openSession(problem, { engine, seed, evaluationsMax: 10_000_000 })
  const points: (Score & { seconds: number })[] = []
  let evaluations = 0
  for (let elapsedSeconds = 0; elapsedSeconds < seconds && !session.isDone(); ) {
    const progress = session.step(stepEvaluations)
    elapsedSeconds = (performance.now() - startMs) / 1000
    evaluations = progress.evaluations
    const left = seconds - elapsedSeconds
    session.setBudget(evaluations + Math.max(stepEvaluations, Math.round((evaluations / elapsedSeconds) * left)))
    const last = points.at(-1)
    if (!last || compareScores(progress.score, last) < 0) points.push({ ...progress.score, seconds: elapsedSeconds })
  }
  return { points, evaluations }
}

const [path, engine, seconds, seed] = process.argv.slice(2)
console.log(JSON.stringify(trace(path!, engine as Engine, Number(seconds), Number(seed))))
