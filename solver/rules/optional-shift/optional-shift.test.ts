import { describe, expect, it } from 'vitest'
import { byHand, sizes } from '../tests/by-hand.ts'

describe('optional-shift', () => {
  const problem = byHand({
    start: '2026-06-01',
    days: 1,
    shifts: [
      { id: 'o', at: '2026-06-01T08:00', hours: 8, heads: { min: 0, target: 2 }, optional: true, priority: 5 },
      { id: 's', at: '2026-06-01T18:00', hours: 2, heads: { min: 0 } },
    ],
  })

  it('costs its priority while it is empty, and nothing from the first person on', () => {
    expect(sizes(problem, 'optional-shift', {})).toEqual([5])
    expect(sizes(problem, 'optional-shift', { e0: ['o'] })).toEqual([])
  })
})
