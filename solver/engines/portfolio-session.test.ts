import { describe, expect, it } from 'vitest'
import { scoreRoster } from '../judge/score-roster.ts'
import { compareScores } from '../score/compare-scores.ts'
import { smallInstance } from '../testkit/small-instance.ts'
import { openSession } from './open-session.ts'

const seeds = [1, 2, 3, 4, 5]
const evaluationsMax = 60_000

const solved = (seed: number, engine: 'auto' | 'search' | 'milp', evaluations = evaluationsMax) => {
  const session = openSession(smallInstance(seed, 6, 14), { seed, evaluationsMax: evaluations, engine })
  while (!session.isDone()) session.step(5_000)
  return session
}

describe('the portfolio', () => {
  it('hands over to column generation, and answers the score that the specs give its roster', () => {
    for (const seed of seeds) {
      const session = solved(seed, 'auto')
      expect(session.engine).toBe('milp')
      expect(scoreRoster(smallInstance(seed, 6, 14), session.best()).score).toEqual(session.bestScore())
    }
  })

  it('is never worse than local search with the part of the budget that it has there', () => {
    for (const seed of seeds) {
      const first = solved(seed, 'search', evaluationsMax / 10)
      expect(compareScores(solved(seed, 'auto').bestScore(), first.bestScore())).toBeLessThanOrEqual(0)
    }
  })

  it('never gets worse from step to step, also where the engines change', () => {
    const session = openSession(smallInstance(7, 6, 14), { seed: 7, evaluationsMax, engine: 'auto' })
    let before = session.bestScore()
    while (!session.isDone()) {
      session.step(1_000)
      expect(compareScores(session.bestScore(), before)).toBeLessThanOrEqual(0)
      before = session.bestScore()
    }
  })

  it('goes on from a checkpoint of either engine to the very same roster', () => {
    const problem = smallInstance(9, 6, 14)
    const options = { seed: 9, evaluationsMax, engine: 'auto' as const }
    const whole = openSession(problem, options)
    while (!whole.isDone()) whole.step(2_000)
    for (const stop of [2_000, 20_000]) {
      const part = openSession(problem, options)
      let spent = 0
      while (spent < stop && !part.isDone()) spent = part.step(2_000).evaluations
      const checkpoint = JSON.parse(JSON.stringify(part.checkpoint()))
      const resumed = openSession(problem, { ...options, checkpoint })
      while (!resumed.isDone()) resumed.step(2_000)
      expect(resumed.best()).toEqual(whole.best())
    }
  })

  it('gives the budget back to local search where somebody has no line that keeps every hard rule', () => {
    const plain = smallInstance(2, 4, 7)
    const last = plain.shifts
      .map(({ end }) => end)
      .sort()
      .at(-1)!
    const away = { kind: 'unavailable' as const, start: `${plain.period.start}T00:00Z`, end: last }
    const problem = {
      ...plain,
      employees: plain.employees.map((employee, p) => (p === 0 ? { ...employee, unavailable: [away] } : employee)),
    }
    const options = { seed: 5, evaluationsMax: 100_000, engine: 'auto' } as const
    const session = openSession(problem, options)
    let evaluations = 0
    while (!session.isDone()) evaluations = session.step(2_000).evaluations
    expect(session.engine).toBe('search')
    expect(session.bestScore().hard).toBeGreaterThan(0)
    expect(evaluations).toBeGreaterThanOrEqual(99_000)
    const part = openSession(problem, options)
    for (let spent = 0; spent < 70_000; ) spent = part.step(2_000).evaluations
    const resumed = openSession(problem, { ...options, checkpoint: JSON.parse(JSON.stringify(part.checkpoint())) })
    while (!resumed.isDone()) resumed.step(2_000)
    expect(resumed.best()).toEqual(session.best())
  })

  it('leaves problems with rules that lines cannot express to local search', () => {
    const problem = smallInstance(3, 6, 14)
    const fair = { ...problem, rules: [...problem.rules, { rule: 'fair-minutes', params: { measure: 'spread' } }] }
    const session = openSession(fair, { seed: 3, evaluationsMax: 5_000, engine: 'auto' })
    while (!session.isDone()) session.step(5_000)
    expect(session.engine).toBe('search')
  })
})
