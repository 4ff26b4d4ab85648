import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Problem, Roster } from '../model/problem.ts'
import { byHand, span } from '../rules/tests/by-hand.ts'
import { scoreOf, subtractScores } from '../score/compare-scores.ts'
import { randomProblem, randomRoster } from '../testkit/random-problem.ts'
import { compareRosters } from './compare-rosters.ts'
import { rosterFigures } from './roster-figures.ts'
import { scoreRoster } from './score-roster.ts'
import { shiftsFor } from './shifts-for.ts'
import { validateProblem } from './validate-problem.ts'

const roster = (worked: Readonly<Record<string, readonly string[]>>): Roster => ({
  assignments: Object.entries(worked).flatMap(([employee, shifts]) => shifts.map((shift) => ({ employee, shift }))),
})

/** Thursday 4 to Wednesday 10 June 2026, four people; 60.00 an hour for the first two. */
const problem: Problem = byHand({
  start: '2026-06-04',
  days: 7,
  employees: [
    { rateMinor: 6000, skills: [{ skill: 'x' }] },
    { rateMinor: 6000, skills: [{ skill: 'x' }], sharePercent: 50 },
    { preferences: [{ kind: 'preferred', from: '06:00', to: '18:00' }] },
    { sites: ['b'] },
  ],
  shifts: [
    { id: 'thu', at: '2026-06-04T08:00', hours: 10, heads: { min: 1 } },
    { id: 'fri', at: '2026-06-05T08:00', hours: 8, heads: { min: 1, target: 2 } },
    { id: 'sat', at: '2026-06-06T08:00', hours: 8, heads: { min: 1 } },
    { id: 'sun', at: '2026-06-07T08:00', hours: 8, heads: { min: 1 } },
    { id: 'night', at: '2026-06-08T22:00', hours: 8, heads: { min: 1 }, skills: { allOf: [{ skill: 'x' }] } },
  ],
  holidays: [{ day: '2026-06-04' }],
  rules: [
    { rule: 'labour-cost', params: { overtime: [{ period: 'day', overMinutes: 480, percent: 150 }] } },
    { rule: 'contract-minutes', params: { period: 'roster', minutes: 1200 } },
    { rule: 'min-rest', params: { minutes: 660 } },
  ],
  published: {
    at: span('2026-06-01T08:00', 1).start,
    assignments: [
      { employee: 'e0', shift: 'thu' },
      { employee: 'e1', shift: 'fri' },
    ],
  },
})
const before = roster({ e0: ['thu', 'sat', 'sun'], e1: ['fri'], e2: ['fri'] })
const after = roster({ e0: ['thu', 'night'], e1: ['fri', 'sat'], e2: ['sun'] })

describe('rosterFigures', () => {
  const figures = rosterFigures(problem, after)

  it('tells cost with overtime, and how much of it is overtime', () => {
    // 10 + 8 hours and 8 + 8 hours at 60.00, two of them at half as much again.
    expect(figures.costMinor).toBe(34 * 6000 + 6000)
    expect(figures.overtimeMinor).toBe(6000)
  })

  it('adds up contracted minutes and the distance from them, over and under', () => {
    // 1,200 for full-time people, 600 for the half; worked are 1,080, 960, 480 and none.
    expect(figures.contractMinutes).toBe(1200 + 600 + 1200 + 1200)
    expect(figures.contractDeviationMinutes).toBe(120 + 360 + 720 + 1200)
  })

  it('spreads every burden over those who could bear it, by their share of a job', () => {
    // The fourth person may work at site b only and could bear nothing; without the skill nobody can work the night.
    // Minutes scaled to a full-time job: 1,080, 1,920 and 480; nights 1 and 0; weekends 0, 2 and 1; the holiday 1, 0, 0.
    expect(figures.fairness).toEqual([
      { burden: 'minutes', people: 3, total: 2520, least: 480, most: 1080, giniThousandths: 276 },
      { burden: 'nights', people: 2, total: 1, least: 0, most: 1, giniThousandths: 500 },
      { burden: 'weekends', people: 3, total: 2, least: 0, most: 1, giniThousandths: 444 },
      { burden: 'holidays', people: 3, total: 1, least: 0, most: 1, giniThousandths: 667 },
    ])
  })

  it('counts assignments that keep standing wishes, and what differs from the published roster', () => {
    expect(figures).toMatchObject({ preferencesTotal: 1, preferencesKept: 1 })
    expect(figures.disruption).toEqual({ added: 3, removed: 0, penalty: 3 })
    expect(rosterFigures({ ...problem, published: undefined } as unknown as Problem, before).disruption).toBeNull()
  })
})

describe('compareRosters', () => {
  const compared = compareRosters(problem, before, after)

  it('tells person by person what changes in shifts, hours, nights, weekends and cost', () => {
    expect(compared.people.map(({ employee, added, removed }) => [employee, added, removed])).toEqual([
      ['e0', ['night'], ['sat', 'sun']],
      ['e1', ['sat'], []],
      ['e2', ['sun'], ['fri']],
    ])
    const [first] = compared.people
    expect(first!.before).toEqual({
      shifts: 3,
      paidMinutes: 1560,
      nights: 0,
      weekends: 1,
      holidays: 1,
      costMinor: 162_000,
    })
    expect(first!.after).toEqual({
      shifts: 2,
      paidMinutes: 1080,
      nights: 1,
      weekends: 0,
      holidays: 1,
      costMinor: 114_000,
    })
    expect(compared.people[2]!.after).not.toHaveProperty('costMinor')
  })

  it('tells rule by rule how many breaches there were and are, and what they cost', () => {
    const row = (id: string) => compared.rules.find(({ rule }) => rule === id)
    expect(row('min-cover')).toMatchObject({ level: 'medium', penalty: { before: 1, after: 0 } })
    expect(row('target-cover')).toMatchObject({ penalty: { before: 0, after: 1 } })
    expect(row('labour-cost')!.penalty).toEqual({ before: 210_000, after: 210_000 })
    expect(row('max-weekends')).toBeUndefined()
  })

  it('agrees with the scores of both rosters in rules, in breaches and as a whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
        const random = randomProblem(seed)
        fc.pre(validateProblem(random).length === 0)
        const [one, two] = [randomRoster(random, seed, 25), randomRoster(random, seed + 1, 25)]
        const { score, added, removed, rules } = compareRosters(random, one, two)
        expect(score).toEqual({ before: scoreRoster(random, one).score, after: scoreRoster(random, two).score })
        expect(subtractScores(scoreOf(added), scoreOf(removed))).toEqual(subtractScores(score.after, score.before))
        for (const side of ['before', 'after'] as const)
          for (const level of ['hard', 'medium', 'soft'] as const)
            expect(
              rules.filter((row) => row.level === level).reduce((sum, { penalty }) => sum + penalty[side], 0),
            ).toBe(score[side][level])
      }),
      { numRuns: 30, seed: 5 },
    )
  })
})

describe('shiftsFor', () => {
  it('lists what is open, first what the person can take, with what stops the rest and what each would change', () => {
    const offers = shiftsFor(problem, after, 'e3')
    expect(offers.map(({ shift, openHeads }) => [shift, openHeads])).toEqual([['fri', 1]])
    expect(offers[0]!.added.map(({ rule }) => rule)).toContain('site-eligibility')
    const open = shiftsFor(problem, roster({}), 'e2')
    // The night wants a skill; the others fill a place each, the dearer wish about times is not touched by them.
    expect(open.at(-1)).toMatchObject({
      shift: 'night',
      added: expect.arrayContaining([expect.objectContaining({ rule: 'required-skill' })]),
    })
    expect(open.slice(0, -1).every(({ delta }) => delta.hard === 0 && delta.medium < 0)).toBe(true)
  })

  it('leaves out what is full and what the person works already', () => {
    expect(shiftsFor(problem, after, 'e0').map(({ shift }) => shift)).toEqual(['fri'])
    expect(shiftsFor(problem, after, 'e1')).toEqual([])
    expect(() => shiftsFor(problem, after, 'nobody')).toThrow('nobody')
  })
})
