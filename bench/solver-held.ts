// What a solve of a generated problem holds: `node --expose-gc bench/solver-held.ts SHIFTS PEOPLE EVALUATIONS`. Prints one
// line of JSON. Under a limit on the heap (--max-old-space-size) it also shows that the solve gets by with it.
import { openSession } from '../solver/index.ts'
import { generateProblem } from './solver/generate-problem.ts'

/** After a full collection, in megabytes. */
export interface HeldMemory {
  /** Objects, code included. */
  heap: number
  /** Typed arrays. */
  arrays: number
  /** What is open when nothing was solved yet: code and the problem itself. */
  heapBefore: number
  hard: number
}

function measureHeld(shifts: number, people: number, evaluations: number): HeldMemory {
  const problem = generateProblem({ shifts, people, weeks: 4, seed: 1 })
  const { heap: heapBefore } = held()
  const session = openSession(problem, { seed: 1, evaluationsMax: evaluations })
  while (!session.isDone()) session.step(10_000)
  return { ...held(), heapBefore, hard: session.bestScore().hard }
}

function held(): { heap: number; arrays: number } {
  if (!globalThis.gc) throw new Error('Run it with --expose-gc: garbage is not held.')
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return { heap: heapUsed / 2 ** 20, arrays: arrayBuffers / 2 ** 20 }
}

const [shifts, people, evaluations] = process.argv.slice(2).map(Number)
console.log(JSON.stringify(measureHeld(shifts!, people!, evaluations!)))
