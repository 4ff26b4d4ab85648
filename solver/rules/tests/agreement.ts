import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreRoster } from '../../judge/score-roster.ts'
import { validateProblem } from '../../judge/validate-problem.ts'
import type { Problem, Roster } from '../../model/problem.ts'
import { Board } from '../../search/board.ts'
import { moves } from '../../search/moves/moves.ts'
import { Random } from '../../search/random.ts'
import { State } from '../../search/state.ts'
import { openOracle } from '../../testkit/oracle.ts'
import { randomProblem, randomRoster } from '../../testkit/random-problem.ts'
import { registry } from '../registry.ts'
import { rulesInForce } from '../rules-in-force.ts'

/** In so many problems every rule is in force, over all shares. */
export const problemsPerRule = Number(process.env.MUSTER_PROBLEMS_PER_RULE ?? (process.env.CI ? 1000 : 60))
const testMs = 300_000
const movesPerProblem = 12

/** How often each rule was in force, and how often it was broken. */
interface Seen {
  inForce: Map<string, number>
  broken: Map<string, number>
}

/** Walks a random problem by random moves and compares tracker, spec and oracle after each applied one. */
function walk(problem: Problem, seed: number, { inForce, broken }: Seen): void {
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

/**
 * Tests that tracker, spec and oracle agree on random problems of every rule of the registry. All rules' tests take long, so several
 * files run a share of the problems each, from seeds of their own.
 */
export function testAgreement(seed: number, shares: number): void {
  // Each problem has many rules, so that far fewer problems than the product do.
  const perRule = Math.ceil(problemsPerRule / shares)
  const numRuns = Math.ceil((perRule * 4) / registry.length)
  const seen: Seen = { inForce: new Map(), broken: new Map() }
  describe('tracker, spec and oracle agree', () => {
    for (const { id } of registry)
      it(
        `on problems with ${id}, after every move`,
        () => {
          fc.assert(
            fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (of) => {
              const problem = randomProblem(of, { rule: id })
              fc.pre(validateProblem(problem).length === 0 && rulesInForce(problem).some(({ rule }) => rule.id === id))
              walk(problem, of, seen)
            }),
            { numRuns, seed, endOnFailure: true },
          )
        },
        testMs,
      )

    it(`with every rule in force in at least ${perRule} problems, and broken in many of them`, () => {
      const counts = registry.map(({ id }) => ({
        id,
        inForce: seen.inForce.get(id) ?? 0,
        broken: seen.broken.get(id) ?? 0,
      }))
      expect(counts.filter((count) => count.inForce < perRule)).toEqual([])
      expect(counts.filter((count) => count.broken < perRule / 20)).toEqual([])
    })
  })
}
