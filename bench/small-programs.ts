// `node bench/small-programs.ts`: from which size on column generation beats one integer program over the rules' rows.
import { openSession } from '../solver/engines/open-session.ts'
import type { Problem } from '../solver/model/problem.ts'
import { solveSmallProblem } from '../solver/program/solve-small-problem.ts'
import { smallInstance } from '../solver/testkit/small-instance.ts'

const sizes = [
  [2, 5],
  [3, 7],
  [4, 7],
  [5, 7],
  [4, 14],
] as const
const seeds = [1, 2, 3]
const nodesMax = 400
const evaluationsMax = 20_000

/** Milliseconds of this thread's own time. */
function timed<T>(work: () => T): { answer: T; ms: number } {
  const start = process.threadCpuUsage()
  const answer = work()
  const { user, system } = process.threadCpuUsage(start)
  return { answer, ms: (user + system) / 1000 }
}

function byColumns(problem: Problem) {
  const session = openSession(problem, { seed: 1, evaluationsMax, engine: 'milp' })
  while (!session.isDone()) session.step(evaluationsMax)
  return session.bestScore()
}

console.log('| people × days | pairs | seed | integer program | column generation |')
console.log('|---|---|---|---|---|')
for (const [people, days] of sizes)
  for (const seed of seeds) {
    const problem = smallInstance(seed, people, days)
    const exact = timed(() => solveSmallProblem(problem, { nodesMax }))
    const columns = timed(() => byColumns(problem))
    const proven = exact.answer.kind === 'solved' ? `${exact.answer.score.soft} proven` : 'nodes ran out'
    const pairs = people * problem.shifts.length
    const cells = [`${people} × ${days}`, pairs, seed, `${proven}, ${Math.round(exact.ms)} ms`]
    console.log(`| ${cells.join(' | ')} | ${columns.answer.soft}, ${Math.round(columns.ms)} ms |`)
  }
