import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainUnfilled } from '../engines/explain-unfilled.ts'
import { applyDiff, diffRosters } from '../model/diff.ts'
import type { UnfilledCandidate } from '../model/outcome.ts'
import type { Problem } from '../model/problem.ts'
import { compareScores, subtractScores } from '../score/compare-scores.ts'
import { randomProblem, randomRoster } from '../testkit/random-problem.ts'
import { checkChange } from './check-change.ts'
import { employeeFigures, keyFigures, missingHeads } from './key-figures.ts'
import { rankEmployees } from './rank-employees.ts'
import { scoreRoster } from './score-roster.ts'
import { validateProblem } from './validate-problem.ts'

const problems = fc
  .integer({ min: 1, max: 2 ** 31 - 1 })
  .map((seed) => ({ seed, problem: randomProblem(seed) }))
  .filter(({ problem }) => validateProblem(problem).length === 0)
const runs = { numRuns: 30, seed: 5 }

describe('checkChange', () => {
  it('answers exactly the difference of two whole scores', () => {
    fc.assert(
      fc.property(problems, ({ problem, seed }) => {
        const before = randomRoster(problem, seed, 25)
        const after = randomRoster(problem, seed + 1, 25)
        const { delta } = checkChange(problem, before, diffRosters(before, after))
        expect(delta).toEqual(subtractScores(scoreRoster(problem, after).score, scoreRoster(problem, before).score))
      }),
      runs,
    )
  })
})

describe('diffRosters', () => {
  it('leads from one roster to the other and back', () => {
    fc.assert(
      fc.property(problems, ({ problem, seed }) => {
        const before = applyDiff(randomRoster(problem, seed, 30), { added: [], removed: [] })
        const after = applyDiff(randomRoster(problem, seed + 1, 30), { added: [], removed: [] })
        const diff = diffRosters(before, after)
        expect(applyDiff(before, diff)).toEqual(after)
        expect(applyDiff(after, { added: diff.removed, removed: diff.added })).toEqual(before)
      }),
      runs,
    )
  })
})

/** Hard breaches that say who a person is: no other roster would mend them. */
const lasting = ({ added }: UnfilledCandidate) =>
  added.filter(
    ({ rule, level }) =>
      level === 'hard' && ['required-skill', 'site-eligibility', 'prohibited-employee'].includes(rule),
  ).length

describe('rankEmployees and explainUnfilled', () => {
  it('rank people who could ever do the work first, then by what an assignment really changes, and name a hard breach for everyone it stops', () => {
    fc.assert(
      fc.property(problems, ({ problem, seed }) => {
        const roster = randomRoster(problem, seed, 15)
        for (const { shift, candidates, missingHeads } of explainUnfilled(problem, roster, { candidatesMax: 99 })) {
          expect(missingHeads).toBeGreaterThan(0)
          expect(candidates).toEqual(rankEmployees(problem, roster, shift))
          candidates.forEach((candidate, index) => {
            const next = candidates[index + 1]
            if (next && lasting(candidate) === lasting(next))
              expect(compareScores(candidate.delta, next.delta)).toBeLessThanOrEqual(0)
            if (next) expect(lasting(candidate)).toBeLessThanOrEqual(lasting(next))
            if (candidate.delta.hard > 0) expect(candidate.added.some(({ level }) => level === 'hard')).toBe(true)
          })
        }
      }),
      { numRuns: 10, seed: 5 },
    )
  })
})

describe('key figures', () => {
  it('add up to what the persons work', () => {
    fc.assert(
      fc.property(problems, ({ problem, seed }) => {
        const roster = randomRoster(problem, seed, 30)
        const figures = keyFigures(problem, roster)
        expect(missingHeads(problem, roster)).toBe(figures.headsNeeded - figures.headsFilled)
        const people = employeeFigures(problem, roster)
        expect(people.reduce((sum, { paidMinutes }) => sum + paidMinutes, 0)).toBe(figures.paidMinutes)
        expect(people.reduce((sum, { shifts }) => sum + shifts, 0)).toBe(figures.assignments)
        expect(figures.headsFilled).toBeLessThanOrEqual(figures.headsNeeded)
        expect(figures.giniThousandths).toBeGreaterThanOrEqual(0)
      }),
      runs,
    )
  })
})

describe('validateProblem', () => {
  const valid = (): Problem => ({
    format: 'muster-problem/1',
    name: 'small',
    period: { start: '2026-03-23', days: 7, zone: 'Europe/Berlin' },
    sites: [{ id: 'a', name: 'A', zone: 'Europe/Berlin' }],
    skills: [],
    shiftTypes: [{ id: 'early', name: 'Early' }],
    contracts: [],
    employees: [{ id: 'e', name: 'E' }],
    shifts: [{ id: 's', site: 'a', start: '2026-03-23T06:00+01:00', end: '2026-03-23T14:00+01:00', heads: { min: 1 } }],
    rules: [],
  })

  it('accepts a small valid problem', () => {
    expect(validateProblem(valid())).toEqual([])
  })

  it('names every wrong place at once, and never throws', () => {
    const broken = valid()
    broken.sites = [
      { id: 'a', name: 'A', zone: 'Europe/Berlin' },
      { id: 'a', name: 'B', zone: 'Europe/Paris' },
    ]
    broken.shifts = [
      { id: 's', site: 'x', start: '2026-03-23T06:00+01:00', end: '2026-03-25T14:00+01:00', heads: { min: 2, max: 1 } },
      {
        id: 'late',
        site: 'a',
        start: '2026-04-23T06:00+01:00',
        end: '2026-04-23T14:00+01:00',
        heads: { min: 1 },
        type: 'none',
      },
    ]
    broken.rules = [
      { rule: 'no-such-rule' },
      { rule: 'max-minutes', params: { period: 'rolling', minutes: -1, typo: 3 } },
    ]
    broken.pins = [{ employee: 'nobody', shift: 's' }]
    const paths = validateProblem(broken).map(({ path }) => path)
    expect(paths).toEqual([
      'sites[1].id',
      'rules[0].rule',
      'rules[1].params.minutes',
      'rules[1].params.typo',
      'shifts[0].end',
      'shifts[0].site',
      'shifts[0].heads.max',
      'shifts[1].start',
      'shifts[1].type',
      'pins[0].employee',
    ])
  })

  it('finds contradicting limits, overlapping pins and pins in time off', () => {
    const broken = valid()
    broken.rules = [
      { rule: 'min-minutes', params: { period: 'week', minutes: 600 } },
      { rule: 'max-minutes', params: { period: 'week', minutes: 480 } },
    ]
    broken.shifts = [...broken.shifts, { ...broken.shifts[0]!, id: 't' }]
    broken.employees = [
      {
        id: 'e',
        name: 'E',
        unavailable: [{ kind: 'time-off', start: '2026-03-23T00:00+01:00', end: '2026-03-24T00:00+01:00' }],
      },
    ]
    broken.pins = [
      { employee: 'e', shift: 's' },
      { employee: 'e', shift: 't' },
    ]
    expect(validateProblem(broken).map(({ path }) => path)).toEqual([
      'rules[0].params.minutes',
      'pins[0]',
      'pins[1]',
      'pins[1]',
    ])
  })

  it('answers for anything that is no problem at all', () => {
    for (const value of [null, 7, 'text', [], {}, { format: 'muster-problem/1' }])
      expect(validateProblem(value).length).toBeGreaterThan(0)
  })
})
