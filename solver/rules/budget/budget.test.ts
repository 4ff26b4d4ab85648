import { describe, expect, it } from 'vitest'
import { breaches, byHand, sizes } from '../tests/by-hand.ts'

describe('budget', () => {
  const problem = byHand({
    start: '2026-06-06',
    days: 3,
    employees: [{ rateMinor: 2000 }, {}],
    shifts: [
      { id: 'sat', at: '2026-06-06T08:00', hours: 8 },
      { id: 'sun', at: '2026-06-07T08:00', hours: 8 },
      { id: 'b', at: '2026-06-08T08:00', hours: 8, site: 'b' },
    ],
    rules: [{ rule: 'labour-cost', params: { sundayPercent: 150 } }],
    budgets: [{ minor: 50_000 }, { site: 'b', minor: 10_000 }, { until: '2026-06-07', minor: 39_999 }],
  })

  it('adds pay with premiums by site and by days, and names only what is above', () => {
    const found = breaches(problem, 'budget', { e0: ['sat', 'sun', 'b'], e1: ['sat'] })
    expect(found.map(({ size, justification }) => [size, justification.costMinor])).toEqual([
      [6000, 56_000],
      [6000, 16_000],
      [1, 40_000],
    ])
  })

  it('is kept to the last cent', () => {
    expect(sizes(problem, 'budget', { e0: ['sat', 'sun'] })).toEqual([1])
    expect(sizes(problem, 'budget', { e0: ['sun'], e1: ['sat', 'b'] })).toEqual([])
  })
})
