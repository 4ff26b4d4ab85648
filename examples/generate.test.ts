import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explainUnfilled, keyFigures, solve, validateProblem } from '../solver/index.ts'
import { exampleFiles } from './generate.ts'
import { exampleNames, loadExample } from './load.ts'

describe('the example files', () => {
  it('are what the generator makes, byte for byte', () => {
    for (const [path, content] of exampleFiles())
      expect(readFileSync(new URL(path, import.meta.url), 'utf8'), path).toBe(content)
  })

  it('have the sizes that their description promises', () => {
    const hospital = loadExample('hospital')
    const security = loadExample('security')
    expect([hospital.employees.length, hospital.period.days, hospital.skills.length]).toEqual([42, 28, 5])
    expect([security.employees.length, security.sites.length, security.shifts.length]).toEqual([60, 10, 200])
  })

  it('cross the change to summer time with a night of its true length', () => {
    const night = loadExample('hospital').shifts.find((shift) => shift.id === 'main/VN/2027-03-27')
    expect(night).toMatchObject({ start: '2027-03-27T22:00+01:00', end: '2027-03-28T06:00+02:00', paidMinutes: 390 })
  })

  it.each(exampleNames)(
    '%s is a valid problem, feasible, with a few open heads that can be explained',
    (name) => {
      const problem = loadExample(name)
      expect(validateProblem(problem)).toEqual([])
      const outcome = solve(problem, { seed: 1, evaluationsMax: 200_000 })
      if (outcome.kind !== 'solved') throw new Error(outcome.kind)
      expect(outcome.score.hard).toBe(0)
      const { headsNeeded, headsFilled } = keyFigures(problem, outcome.roster)
      const openPercent = (100 * (headsNeeded - headsFilled)) / headsNeeded
      expect(openPercent).toBeGreaterThan(1.5)
      expect(openPercent).toBeLessThan(4.5)
      const candidatesMax = problem.employees.length
      for (const shift of explainUnfilled(problem, outcome.roster, { candidatesMax }))
        for (const candidate of shift.candidates)
          expect(candidate.added.some((breach) => breach.level === 'hard')).toBe(true)
    },
    60_000,
  )
})
