import { describe, expect, it } from 'vitest'
import { byHand, sizes } from '../tests/by-hand.ts'

describe('fair-holidays', () => {
  const problem = byHand({
    start: '2026-12-24',
    days: 10,
    shifts: [
      { id: 'xmas', at: '2026-12-25T22:00', hours: 8, heads: { min: 1 } },
      { id: 'year', at: '2027-01-01T08:00', hours: 8, site: 'b', heads: { min: 1 } },
      { id: 'plain', at: '2026-12-24T22:00', hours: 8, heads: { min: 1 } },
    ],
    employees: [{}, {}],
    holidays: [{ day: '2026-12-25' }, { day: '2027-01-01', site: 'b' }],
    rules: [{ rule: 'fair-holidays' }],
  })

  it('counts shifts that start on a holiday of their site', () => {
    expect(sizes(problem, 'fair-holidays', { e0: ['xmas', 'plain'], e1: ['year'] })).toEqual([])
    expect(sizes(problem, 'fair-holidays', { e0: ['xmas', 'year'], e1: ['plain'] })).toEqual([100, 100])
  })
})
