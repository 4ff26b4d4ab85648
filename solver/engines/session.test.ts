import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreRoster } from '../judge/score-roster.ts'
import { ProblemInvalid, validateProblem } from '../judge/validate-problem.ts'
import type { Checkpoint, SolveSession } from '../model/outcome.ts'
import { compareScores } from '../score/compare-scores.ts'
import { randomProblem } from '../testkit/random-problem.ts'
import { smallInstance } from '../testkit/small-instance.ts'
import { openSession, solve } from './open-session.ts'

/** A seeded random problem that is valid. */
const problems = fc
  .integer({ min: 1, max: 2 ** 31 - 1 })
  .map((seed) => randomProblem(seed, { daysMax: 20, employeesMax: 8 }))
  .filter((problem) => validateProblem(problem).length === 0)
const runs = { numRuns: 15, seed: 11 }

function finish(session: SolveSession, slice: number): SolveSession {
  while (!session.isDone()) session.step(slice)
  return session
}

describe('a session', { timeout: 120_000 }, () => {
  it('gives the same roster byte for byte for the same problem, seed and evaluations', () => {
    fc.assert(
      fc.property(problems, fc.nat(1000), (problem, seed) => {
        const options = { seed, evaluationsMax: 12_000 }
        const one = finish(openSession(problem, options), 7_000)
        const other = finish(openSession(structuredClone(problem), options), 7_000)
        expect(JSON.stringify(one.best())).toBe(JSON.stringify(other.best()))
      }),
      runs,
    )
  })

  it('does not care how its budget is cut into slices', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const options = { seed: 5, evaluationsMax: 12_000 }
        const one = finish(openSession(problem, options), 1_000)
        const other = finish(openSession(problem, options), 30_000)
        expect(one.best()).toEqual(other.best())
      }),
      runs,
    )
  })

  it('goes on from a checkpoint that went through JSON to the very same result', () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 1, max: 11_500 }), (problem, cut) => {
        const options = { seed: 3, evaluationsMax: 12_000 }
        const straight = finish(openSession(problem, options), 4_000)
        const first = openSession(problem, options)
        first.step(cut)
        const checkpoint = JSON.parse(JSON.stringify(first.checkpoint())) as Checkpoint
        const resumed = finish(openSession(problem, { ...options, checkpoint }), 4_000)
        expect(resumed.best()).toEqual(straight.best())
        expect(resumed.bestScore()).toEqual(straight.bestScore())
      }),
      runs,
    )
  })

  it('never worsens its best, and its best has the score that the specs give it', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const session = openSession(problem, { seed: 1, evaluationsMax: 10_000 })
        let last = session.bestScore()
        while (!session.isDone()) {
          session.step(1_000)
          expect(compareScores(session.bestScore(), last)).toBeLessThanOrEqual(0)
          last = session.bestScore()
        }
        expect(scoreRoster(problem, session.best()).score).toEqual(last)
      }),
      runs,
    )
  })

  it('keeps every pin, and is never worse than the roster it started from', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const start = { assignments: problem.pins ?? [] }
        const session = finish(openSession(problem, { seed: 2, evaluationsMax: 10_000, start }), 10_000)
        for (const pin of problem.pins ?? []) expect(session.best().assignments).toContainEqual(pin)
        expect(compareScores(session.bestScore(), scoreRoster(problem, start).score)).toBeLessThanOrEqual(0)
      }),
      runs,
    )
  })

  it('agrees with the oracle after every applied move in checked mode', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const session = openSession(problem, { seed: 4, evaluationsMax: 600, checked: true })
        expect(() => finish(session, 600)).not.toThrow()
      }),
      { numRuns: 4, seed: 3 },
    )
  })

  it('is refused for an invalid problem, with every wrong place named', () => {
    const problem = { ...smallInstance(1, 6, 14), employees: [], shifts: [] }
    expect(() => openSession(problem, { seed: 1, evaluationsMax: 10 })).toThrow(ProblemInvalid)
    const outcome = solve(problem, { seed: 1, evaluationsMax: 10 })
    expect(outcome.kind === 'problem-invalid' && outcome.issues.map(({ path }) => path)).toEqual([
      'employees',
      'shifts',
    ])
  })

  it('stops when asked to, and answers the best so far', () => {
    const problem = fc.sample(problems, { numRuns: 1, seed: 1 })[0]!
    const outcome = solve(problem, { seed: 1, evaluationsMax: 1e9, sliceEvaluations: 2_000, tick: () => 'cancel' })
    expect(outcome.kind).toBe('cancelled')
  })
})
