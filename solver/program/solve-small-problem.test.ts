import { describe, expect, it } from 'vitest'
import { scoreRoster } from '../judge/score-roster.ts'
import { validateProblem } from '../judge/validate-problem.ts'
import type { Score } from '../model/outcome.ts'
import type { Assignment, Problem } from '../model/problem.ts'
import { compareScores } from '../score/compare-scores.ts'
import { openOracle } from '../testkit/oracle.ts'
import { randomProblem } from '../testkit/random-problem.ts'
import { smallInstance } from '../testkit/small-instance.ts'
import { solveSmallProblem } from './solve-small-problem.ts'

const pairsMax = 8
const withoutRows = ['fair-']

/** Random problems with so few pairs that every roster can be tried, and only rules that have rows. */
function* tinyProblems(): Generator<Problem> {
  for (let seed = 1; ; seed++) {
    const full = randomProblem(seed, { employeesMax: 3, daysMax: 6 })
    const keeps = ({ rule }: { rule: string }) => !withoutRows.some((name) => rule.startsWith(name))

    const problem = {
      ...full,
      rules: full.rules.filter(keeps).filter(({ rule }) => rule !== 'labour-cost'),
      contracts: full.contracts.map((contract) => ({ ...contract, rules: contract.rules.filter(keeps) })),
    }
    if (problem.employees.length * problem.shifts.length <= pairsMax && validateProblem(problem).length === 0)
      yield problem
  }
}

/** The best score of all rosters, by the oracle. */
function bestOfAll(problem: Problem): Score {
  const pairs = problem.employees.flatMap((employee) =>
    problem.shifts.map((shift): Assignment => ({ employee: employee.id, shift: shift.id })),
  )
  const judge = openOracle(problem)
  let best: Score | null = null
  for (let roster = 0; roster < 2 ** pairs.length; roster++) {
    const { score } = judge({ assignments: pairs.filter((_, index) => roster & (1 << index)) })
    if (best === null || compareScores(score, best) < 0) best = score
  }
  return best!
}

describe('a small problem as an integer program', () => {
  it('has the best score of all its rosters, as the oracle finds it by trying every one', () => {
    let compared = 0
    for (const problem of tinyProblems()) {
      const answer = solveSmallProblem(problem, { nodesMax: 4000 })
      if (answer.kind === 'unsupported') continue
      expect(answer.kind, problem.name).toBe('solved')
      if (answer.kind !== 'solved') continue
      expect(answer.score, problem.name).toEqual(bestOfAll(problem))
      expect(scoreRoster(problem, answer.roster).score, problem.name).toEqual(answer.score)
      if (++compared === 25) break
    }
  })

  it('is solved at every level, and its roster has the score that was promised', () => {
    for (let seed = 1; seed <= 3; seed++) {
      const problem = smallInstance(seed, 3, 7)
      const answer = solveSmallProblem(problem, { nodesMax: 4000 })
      expect(answer.kind).toBe('solved')
      if (answer.kind === 'solved') expect(scoreRoster(problem, answer.roster).score).toEqual(answer.score)
    }
  })

  it('names the rules that have no rows', () => {
    const problem = smallInstance(1, 2, 7)
    const fair = { ...problem, rules: [...problem.rules, { rule: 'fair-minutes' }] }
    expect(solveSmallProblem(fair, { nodesMax: 1 })).toEqual({ kind: 'unsupported', rules: ['fair-minutes'] })
  })
})
