import { describe, expect, it } from 'vitest'
import { scoreRoster } from '../../judge/score-roster.ts'
import type { Problem } from '../../model/problem.ts'
import { randomProblem } from '../../testkit/random-problem.ts'
import { canSolve, compileLines, rosterOf } from '../compile-lines.ts'
import { open } from '../line-context.ts'
import { type Line, lineCost, rosterCost } from '../line-model.ts'
import { MilpSession } from '../milp-session.ts'
import { Random } from '../random.ts'
import { AutomatonPricer } from './automaton-pricer.ts'
import { AutomatonRoom } from './automaton-room.ts'

/** Rules that couple people or that lines cannot hold yet, and wishes as orders. */
const leftOut = new Set([
  'demand-curve',
  'budget',
  'not-together',
  'only-together',
  'labour-cost',
  'max-shifts-per-day',
  'fair-nights',
  'fair-weekends',
  'fair-holidays',
  'fair-shift-types',
])
const notHard = new Set(['request-on', 'request-off'])
const onlyHard = new Set(['weekly-rest'])

/** A random problem with the rules that lines express. */
function expressible(seed: number, people: number): Problem {
  const { demand: _demand, budgets: _budgets, ...problem } = randomProblem(seed, { employeesMax: people, daysMax: 7 })
  const kept = (rules: Problem['rules']) =>
    rules.flatMap((setting) => {
      const { rule, level, params } = setting
      if (leftOut.has(rule) || (notHard.has(rule) && level === 'hard')) return []
      if (onlyHard.has(rule)) return [{ ...setting, level: 'hard' as const }]
      return rule === 'fair-minutes' ? [{ ...setting, params: { ...params, measure: 'squared' } }] : [setting]
    })
  return {
    ...problem,
    employees: problem.employees.map(({ notWith: _not, onlyWith: _only, ...employee }) => employee),
    contracts: problem.contracts.map((contract) => ({ ...contract, rules: kept(contract.rules) })),
    rules: [...kept(problem.rules), { rule: 'max-shifts-per-day', params: { shifts: 1 } }],
  }
}

/** Every choice of at most one shift a day; none when there are too many. */
function choices(cellDay: Int32Array, days: number): number[][] {
  let all: number[][] = [[]]
  for (let d = 0; d < days && all.length < 5000; d++) {
    const cells = [...cellDay.keys()].filter((cell) => cellDay[cell] === d)
    all = all.flatMap((line) => [line, ...cells.map((cell) => [...line, cell])])
  }
  return all.length < 5000 ? all : []
}

const problems = Array.from({ length: 250 }, (_, seed) => expressible(seed, 1)).filter(
  (problem) => canSolve(problem).ok,
)

describe('lines as automata', () => {
  it('are found for most random problems of one person', () => {
    expect(problems.length).toBeGreaterThan(150)
  })

  it('cost what the rules say, and are refused where a hard rule refuses them', () => {
    let allowed = 0
    for (const problem of problems) {
      const compiled = compileLines(problem)
      const { model, mediumFactor } = compiled
      const all = choices(model.cellDay, model.days)
      const judged = all
        .filter((_, i) => i % Math.ceil(all.length / 25) === 0)
        .map((cells) => {
          const line: Line = { cost: lineCost(model, model.people[0]!, cells), cells: Int32Array.from(cells) }
          const { score } = scoreRoster(problem, rosterOf(problem, compiled, [line]))
          return { cells, cost: rosterCost(model, [line]), score }
        })
      // What the past alone breaks is the same for all lines: they are compared with the cheapest.
      const base = judged.reduce((least, line) => (line.cost < least.cost ? line : least), judged[0]!)
      if (base.score.hard > 0) continue
      for (const { cells, cost, score } of judged) {
        const text = `${problem.name}, shifts ${cells.join()}`
        const medium = (score.medium - base.score.medium) * mediumFactor
        if (score.hard > 0) expect(cost, text).toBeGreaterThanOrEqual(base.cost + mediumFactor)
        else {
          allowed++
          expect(cost - base.cost, text).toBeCloseTo(medium + score.soft - base.score.soft, 3)
        }
      }
    }
    expect(allowed).toBeGreaterThan(100)
  })

  it('are priced exactly: the cheapest is the one that trying all finds, and no bound is above it', () => {
    let priced = 0
    for (const problem of problems) {
      const { model } = compileLines(problem)
      const person = model.people[0]!
      if (!person.automaton) continue
      const forced = new Int32Array(model.days).fill(open)
      const pricer = new AutomatonPricer(model, person, person.automaton, forced, new AutomatonRoom())
      const lines = choices(model.cellDay, model.days).map((cells) => ({ cells, cost: lineCost(model, person, cells) }))
      const allowed = lines.filter(({ cost }) => Number.isFinite(cost))
      if (allowed.length === 0 || allowed.length > 600) continue
      priced++
      const random = new Random(problem.shifts.length)
      for (let trial = 0; trial < 3; trial++) {
        const price = Float64Array.from({ length: model.cells.count }, () => Math.round(random.next() * 900 - 600))
        const costs = allowed.map(({ cells, cost }) => cells.reduce((sum, cell) => sum + price[cell]!, cost))
        const least = costs.reduce((a, b) => Math.min(a, b))
        const { bound, found } = pricer.price(price, least + 50, least + 50, 2)
        expect(found[0]?.priced, problem.name).toBeCloseTo(least, 6)
        expect(bound).toBeLessThanOrEqual(least + 1e-6)
        expect(lineCost(model, person, found[0]!.cells)).toBeCloseTo(found[0]!.cost, 6)
        expect(pricer.price(price, least - 1e-3, least, 2).found).toEqual([])
      }
    }
    expect(priced).toBeGreaterThan(50)
  })
})

describe('column generation over automata', () => {
  it('breaks no hard rule that it need not, counts as the rules do, and proves no bound above a roster', () => {
    let solved = 0
    for (let seed = 1000; seed < 1080; seed++) {
      const problem = expressible(seed, 4)
      if (!canSolve(problem).ok) continue
      const compiled = compileLines(problem)
      const session = new MilpSession(problem, { seed, evaluationsMax: 1_000 }, compiled)
      while (!session.isDone()) session.step(500)
      const { score } = scoreRoster(problem, session.best())
      expect(session.bestScore()).toEqual(score)
      if (score.hard > 0) continue
      solved++
      expect(session.bound() ?? 0, problem.name).toBeLessThanOrEqual(score.medium * compiled.mediumFactor + score.soft)
    }
    expect(solved).toBeGreaterThan(5)
  })
})
