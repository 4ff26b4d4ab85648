import { describe, expect, it } from 'vitest'
import { diffRosters, openSession, scoreRoster, validateProblem } from '../index.ts'
import type { SolveOptions } from '../model/outcome.ts'
import type { Problem, Shift } from '../model/problem.ts'
import { randomProblem, randomRoster } from '../testkit/random-problem.ts'

const options: SolveOptions = { seed: 1, evaluationsMax: 1_000_000, engine: 'assignment' }

function finish(problem: Problem, more: Partial<SolveOptions> = {}) {
  const session = openSession(problem, { ...options, ...more })
  while (!session.isDone()) session.step(1_000_000)
  return session
}

/** The first random problems that an engine takes, with their seeds; some contradict themselves. */
function validProblems(count: number): [number, Problem][] {
  const found: [number, Problem][] = []
  for (let seed = 1; found.length < count; seed++) {
    const { pins, ...rest } = randomProblem(seed)
    const problem = [{ ...rest, pins: pins ?? [] }, rest].find((one) => validateProblem(one).length === 0)
    if (problem) found.push([seed, problem])
  }
  return found
}

const dayShift = (id: string, day: number, from: number, hours: number, more: Partial<Shift> = {}): Shift => {
  const at = (hour: number) => `${new Date(Date.UTC(2026, 5, day, hour)).toISOString().slice(0, 16)}Z`
  return { id, site: 'a', start: at(from), end: at(from + hours), heads: { min: 1 }, ...more }
}

const problemOf = (shifts: Shift[], more: Partial<Problem> = {}): Problem => ({
  format: 'muster-problem/1',
  name: 'small',
  period: { start: '2026-06-01', days: 7, zone: 'UTC' },
  sites: [{ id: 'a', name: 'A', zone: 'UTC' }],
  skills: [{ id: 'x', name: 'X' }],
  shiftTypes: [],
  contracts: [],
  employees: ['ann', 'bob', 'cem'].map((id) => ({ id, name: id })),
  shifts,
  rules: [{ rule: 'no-overlap' }, { rule: 'required-skill' }, { rule: 'unavailable' }],
  ...more,
})

describe('assignment engine', () => {
  it('breaks no hard rule that its start did not break, on random problems checked by the oracle', () => {
    for (const [seed, problem] of validProblems(80)) {
      const start = seed % 2 === 0 ? randomRoster(problem, seed, 8) : { assignments: [] }
      const before = openSession(problem, { ...options, start })
      const session = finish(problem, { start, checked: true })
      const after = scoreRoster(problem, session.best()).score
      expect(after, `seed ${seed}`).toEqual(session.bestScore())
      expect(after.hard, `seed ${seed}`).toBeLessThanOrEqual(scoreRoster(problem, before.best()).score.hard)
    }
  })

  it('keeps every assignment of its start and every pin', () => {
    for (const [seed, problem] of validProblems(60)) {
      const start = randomRoster(problem, seed, 15)
      const kept = { assignments: [...start.assignments, ...(problem.pins ?? [])] }
      expect(diffRosters(kept, finish(problem, { start }).best()).removed).toEqual([])
    }
  })

  it('gives the same roster in small steps, and from a checkpoint between any two of them', () => {
    for (const [seed, problem] of validProblems(40)) {
      const whole = finish(problem).best()
      let session = openSession(problem, options)
      while (!session.isDone()) {
        session.step(1)
        const checkpoint = JSON.parse(JSON.stringify(session.checkpoint()))
        session = openSession(problem, { ...options, checkpoint })
      }
      expect(session.best(), `seed ${seed}`).toEqual(whole)
    }
  })

  it('fills a day at least cost where the first come would be dearer', () => {
    const pay = (id: string, rateMinor: number, sites?: string[]) => ({
      id,
      name: id,
      rateMinor,
      ...(sites && { sites }),
    })
    const problem = problemOf(
      [dayShift('early', 1, 6, 8), dayShift('late', 1, 7, 8, { skills: { allOf: [{ skill: 'x' }] } })],
      {
        employees: [{ ...pay('ann', 1000), skills: [{ skill: 'x' }] }, pay('bob', 3000)],
        rules: [...problemOf([]).rules, { rule: 'labour-cost' }],
      },
    )
    expect(finish(problem).best().assignments).toEqual([
      { employee: 'bob', shift: 'early' },
      { employee: 'ann', shift: 'late' },
    ])
  })

  it('gives a person two parts of one day where rules allow it', () => {
    const shifts = [dayShift('a', 1, 6, 4), dayShift('b', 1, 14, 4)]
    const one = problemOf(shifts, { employees: [{ id: 'ann', name: 'Ann' }] })
    expect(finish(one).best().assignments).toHaveLength(2)
    const limit = { rule: 'max-shifts-per-day', params: { shifts: 1 } }
    expect(finish({ ...one, rules: [...one.rules, limit] }).best().assignments).toHaveLength(1)
  })

  it('works whole runs where single days are forbidden', () => {
    const shifts = [1, 2, 3].map((day) => dayShift(`d${day}`, day, 8, 8))
    const runs = { rule: 'min-consecutive-days', params: { days: 3, borders: 'closed' } }
    const problem = problemOf(shifts, { rules: [...problemOf([]).rules, runs] })
    const session = finish(problem)
    expect(session.bestScore()).toMatchObject({ hard: 0, medium: 0 })
    expect(new Set(session.best().assignments.map(({ employee }) => employee)).size).toBe(1)
  })

  it('moves somebody aside for a head that nobody is free for', () => {
    const away = { kind: 'time-off' as const, start: '2026-06-02T00:00Z', end: '2026-06-03T00:00Z' }
    const weekly = { rule: 'max-minutes', params: { period: 'week', minutes: 480 } }
    const problem = problemOf([dayShift('mo', 1, 8, 8), dayShift('tu', 2, 8, 8)], {
      employees: [
        { id: 'ann', name: 'Ann', rateMinor: 100 },
        { id: 'bob', name: 'Bob', rateMinor: 200, unavailable: [away] },
      ],
      rules: [...problemOf([]).rules, weekly, { rule: 'labour-cost' }],
    })
    expect(finish(problem).bestScore()).toMatchObject({ hard: 0, medium: 0 })
  })

  it('stops within its budget, with what it has', () => {
    const problem = problemOf([1, 2, 3, 4].map((day) => dayShift(`d${day}`, day, 8, 8)))
    const session = finish(problem, { evaluationsMax: 1 })
    expect(session.best().assignments.length).toBeLessThan(4)
    expect(session.isDone()).toBe(true)
  })
})
