import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreRoster } from '../judge/score-roster.ts'
import { validateProblem } from '../judge/validate-problem.ts'
import type { Problem, Roster } from '../model/problem.ts'
import { Board } from '../search/board.ts'
import { moves } from '../search/moves/moves.ts'
import { Random } from '../search/random.ts'
import { State } from '../search/state.ts'
import { openOracle } from '../testkit/oracle.ts'
import { randomProblem, randomRoster } from '../testkit/random-problem.ts'
import { registry } from './registry.ts'
import { rulesInForce } from './rules-in-force.ts'

/** In so many problems every rule is in force. Each problem has many rules, so that far fewer problems than the product do. */
const problemsPerRule = Number(process.env.MUSTER_PROBLEMS_PER_RULE ?? (process.env.CI ? 1000 : 60))
const runsPerRule = Math.ceil((problemsPerRule * 4) / registry.length)
const testMs = 300_000
const inForce = new Map<string, number>()
const broken = new Map<string, number>()
const movesPerProblem = 12

/** Walks a random problem by random moves and compares tracker, spec and oracle after each applied one. */
function walk(problem: Problem, seed: number): void {
  const start = randomRoster(problem, seed, seed % 60)
  const state = new State(problem, [start])
  state.load(start.assignments)
  const board = new Board(state)
  const random = new Random(seed)
  const judge = openOracle(problem)
  const costly = new Set<string>()
  const judged = (roster: Roster, when: string) => {
    const { score, byRule } = judge(roster)
    const report = scoreRoster(problem, roster)
    const bySpec = new Map<string, number>()
    for (const { rule, level, penalty } of report.breaches) {
      bySpec.set(`${rule} ${level}`, (bySpec.get(`${rule} ${level}`) ?? 0) + penalty)
      costly.add(rule)
    }
    expect(Object.fromEntries(bySpec), `spec and oracle ${when}`).toEqual(Object.fromEntries(byRule))
    return score
  }
  const compare = (move: string) => {
    const score = judged(state.rosterIn(state.grid.before), `after ${move}`)
    expect(state.currentScore(), `tracker and oracle after ${move}`).toEqual(score)
  }
  judged(start, 'without the pins, which an engine always keeps')
  compare('start')
  for (let applied = 0, tries = 0; applied < movesPerProblem && tries < 400; tries++) {
    const move = moves[random.below(moves.length)]!
    const proposed = move.propose(board, random)
    if (!proposed) state.reject()
    if (!proposed || !state.evaluate()) continue
    if (random.below(4) === 0) {
      state.reject()
      continue
    }
    state.accept()
    applied++
    compare(move.name)
  }
  for (const { rule } of rulesInForce(problem)) inForce.set(rule.id, (inForce.get(rule.id) ?? 0) + 1)
  for (const rule of costly) broken.set(rule, (broken.get(rule) ?? 0) + 1)
}

describe('tracker, spec and oracle agree', () => {
  for (const { id } of registry)
    it(
      `on problems with ${id}, after every move`,
      () => {
        fc.assert(
          fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
            const problem = randomProblem(seed, { rule: id })
            fc.pre(validateProblem(problem).length === 0 && rulesInForce(problem).some(({ rule }) => rule.id === id))
            walk(problem, seed)
          }),
          { numRuns: runsPerRule, seed: 7, endOnFailure: true },
        )
      },
      testMs,
    )

  it(`with every rule in force in at least ${problemsPerRule} problems, and broken in many of them`, () => {
    const counts = registry.map(({ id }) => ({ id, inForce: inForce.get(id) ?? 0, broken: broken.get(id) ?? 0 }))
    expect(counts.filter((count) => count.inForce < problemsPerRule)).toEqual([])
    expect(counts.filter((count) => count.broken < problemsPerRule / 20)).toEqual([])
  })
})
