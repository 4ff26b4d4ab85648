// Checked mode: after every applied move the score is recomputed by the oracle, which shares no code with the trackers.
import type { Problem } from '../model/problem.ts'
import type { State } from '../search/state.ts'
import { openOracle } from './oracle.ts'

/** Answers a check that throws when the state's score is not the oracle's, naming rule, move and seed. */
export function checkAgainstOracle(problem: Problem, seed: number): (state: State, move: string) => void {
  const judge = openOracle(problem)
  return (state, move) => {
    const kept = state.currentScore()
    const { score, byRule } = judge(state.rosterIn(state.grid.before))
    if (kept.hard === score.hard && kept.medium === score.medium && kept.soft === score.soft) return
    const wrong = [...state.lines, ...state.rosterWide].filter((watched) => {
      const level = (['hard', 'medium', 'soft'] as const)[watched.level]!
      const watchedTotal = [...state.lines, ...state.rosterWide]
        .filter((other) => other.rule === watched.rule && other.level === watched.level)
        .reduce((sum, other) => sum + other.penalty, 0)
      return watchedTotal !== (byRule.get(`${watched.rule} ${level}`) ?? 0)
    })
    const names = [...new Set(wrong.map(({ rule }) => rule))].join(', ') || 'pairs or heads'
    throw new Error(
      `Rule ${names} differs from the oracle after move ${move} with seed ${seed}: kept ${JSON.stringify(kept)}, oracle ${JSON.stringify(score)}.`,
    )
  }
}
