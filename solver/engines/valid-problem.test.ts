// A valid problem never throws: every engine and every question answers.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { employeeFigures, keyFigures } from '../judge/key-figures.ts'
import { scoreRoster } from '../judge/score-roster.ts'
import { validateProblem } from '../judge/validate-problem.ts'
import type { Engine } from '../model/outcome.ts'
import { compareScores } from '../score/compare-scores.ts'
import { randomProblem } from '../testkit/random-problem.ts'
import { solve } from './open-session.ts'

const engines: readonly Engine[] = ['auto', 'search', 'milp', 'assignment']

it('gives an outcome in every engine for every valid problem, scored as the rules score it', {
  timeout: 120_000,
}, () => {
  let solved = 0
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
      const problem = randomProblem(seed, { employeesMax: 4, daysMax: 10 })
      if (validateProblem(problem).length > 0) return
      for (const engine of engines) {
        const outcome = solve(problem, { seed: 1, evaluationsMax: 400, engine, sliceEvaluations: 150 })
        if (outcome.kind !== 'solved') throw new Error(`${engine} ended ${outcome.kind}`)
        expect(compareScores(outcome.score, scoreRoster(problem, outcome.roster).score), engine).toBe(0)
        keyFigures(problem, outcome.roster)
        employeeFigures(problem, outcome.roster)
      }
      solved++
    }),
    { numRuns: 60, seed: 11 },
  )
  expect(solved).toBeGreaterThan(20)
})

it('takes people who are away since ever or for ever, and zones on both sides of the date line', () => {
  const problem = {
    format: 'muster-problem/1' as const,
    name: 'borders',
    period: { start: '2027-03-01', days: 2, zone: 'Pacific/Apia' },
    sites: [
      { id: 'a', name: 'A', zone: 'Pacific/Apia' },
      { id: 'b', name: 'B', zone: 'Pacific/Pago_Pago' },
    ],
    skills: [],
    shiftTypes: [],
    contracts: [],
    employees: [
      {
        id: 'e',
        name: 'E',
        unavailable: [{ kind: 'unavailable' as const, start: '0001-01-01T00:00Z', end: '9999-12-31T00:00Z' }],
      },
      { id: 'f', name: 'F' },
    ],
    shifts: [
      { id: 's', site: 'a', start: '2027-03-01T08:00+13:00', end: '2027-03-01T16:00+13:00', heads: { min: 1 } },
      { id: 't', site: 'b', start: '2027-03-01T08:00-11:00', end: '2027-03-01T16:00-11:00', heads: { min: 1 } },
    ],
    rules: [],
  }
  expect(validateProblem(problem)).toEqual([])
  for (const engine of engines) {
    const outcome = solve(problem, { seed: 1, evaluationsMax: 400, engine })
    expect(outcome).toMatchObject({ kind: 'solved', score: { hard: 0, medium: 0 } })
    expect('roster' in outcome && outcome.roster.assignments.every(({ employee }) => employee === 'f')).toBe(true)
  }
})
