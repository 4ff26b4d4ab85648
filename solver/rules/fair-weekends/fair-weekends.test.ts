import { describe, expect, it } from 'vitest'
import { byHand, sizes } from '../tests/by-hand.ts'

describe('fair-weekends', () => {
  const shifts = ['06', '07', '13', '14'].map((date) => ({
    id: date,
    at: `2026-06-${date}T08:00`,
    hours: 8,
    heads: { min: 1 },
  }))
  const problem = byHand({
    start: '2026-06-01',
    days: 14,
    shifts,
    employees: [{}, {}],
    rules: [{ rule: 'fair-weekends' }],
  })

  it('counts a weekend once, whether one day of it is worked or both', () => {
    expect(sizes(problem, 'fair-weekends', { e0: ['06', '07'], e1: ['13', '14'] })).toEqual([])
    expect(sizes(problem, 'fair-weekends', { e0: ['06', '13'], e1: ['07'] })).toEqual([100])
  })
})
