import { describe, expect, it } from 'vitest'
import { readGuards } from '../../solver/formats/guards.ts'
import { validateProblem } from '../../solver/judge/validate-problem.ts'
import { guardsInstance } from './guards-instance.ts'

describe('a generated guards problem', () => {
  it('is read by the engine as a valid problem of the size asked for', () => {
    for (const size of [
      { people: 1, sites: 1, days: 1, seed: 1 },
      { people: 45, sites: 12, days: 14, seed: 2 },
    ]) {
      const reading = readGuards(JSON.stringify(guardsInstance(size)))
      if (reading.kind !== 'read') throw new Error(JSON.stringify(reading.errors[0]))
      expect(validateProblem(reading.problem)).toEqual([])
      expect(reading.problem.employees).toHaveLength(size.people)
      expect(reading.problem.shifts).toHaveLength(2 * size.sites * size.days)
    }
  })

  it('is the same for the same seed, and another one for another', () => {
    const size = { people: 40, sites: 10, days: 10, seed: 3 }
    expect(guardsInstance(size)).toEqual(guardsInstance(size))
    expect(guardsInstance(size).employees).not.toEqual(guardsInstance({ ...size, seed: 4 }).employees)
  })
})
