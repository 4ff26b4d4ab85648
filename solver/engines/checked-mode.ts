// Checked mode: what the trackers say is held against the oracle while a session works.
import type { SolveOptions } from '../model/outcome.ts'
import type { Problem } from '../model/problem.ts'
import type { State } from '../search/state.ts'
import { checkAgainstOracle } from '../testkit/check-state.ts'

/** Called after every applied move; throws where the score differs from the oracle's. */
export type Check = ((state: State, move: string) => void) | null

/** A tracker that is wrong shows early or drifts: the first moves are checked one by one, of later ones a sample. */
const eachUpTo = 20
const laterEvery = 1000

/**
 * What a session checks its moves with; null when it does not. `checked` asks for every move, MUSTER_CHECKED=all too, and
 * MUSTER_CHECKED=1 (set in tests) for a sample. Where there is no environment (a browser) nothing is checked unasked.
 */
export function checkOf(problem: Problem, { checked, seed }: SolveOptions): Check {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } }
  const asked = checked === undefined ? process?.env?.MUSTER_CHECKED : checked ? 'all' : undefined
  if (asked !== 'all' && asked !== '1') return null
  const check = checkAgainstOracle(problem, seed)
  if (asked === 'all') return check
  let applied = 0
  return (state, move) => {
    applied++
    if (applied <= eachUpTo || applied % laterEvery === 0) check(state, move)
  }
}
