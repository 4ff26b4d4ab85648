import { expect, it } from 'vitest'
import { rankEmployees as rankBySpecs } from '../judge/rank-employees.ts'
import { validateProblem } from '../judge/validate-problem.ts'
import { randomProblem, randomRoster } from '../testkit/random-problem.ts'
import { rankEmployees } from './rank-employees.ts'

it('ranks by trackers exactly as by specs, whatever the roster, one roster after the other', () => {
  let compared = 0
  for (let seed = 1; compared < 60; seed++) {
    const problem = randomProblem(seed)
    if (validateProblem(problem).length > 0) continue
    for (const percent of [10, 40, 0]) {
      const roster = randomRoster(problem, seed + percent, percent)
      for (const { id } of problem.shifts.slice(0, 4))
        expect(rankEmployees(problem, roster, id), `seed ${seed}`).toEqual(rankBySpecs(problem, roster, id))
    }
    compared++
  }
})
