import { describe, expect, it } from 'vitest'
import { byHand, sizes } from '../tests/by-hand.ts'

describe('compact-day', () => {
  const problem = byHand({
    start: '2026-06-01',
    days: 2,
    shifts: [
      { id: 'a', at: '2026-06-01T06:00', hours: 3 },
      { id: 'b', at: '2026-06-01T10:00', hours: 3 },
      { id: 'c', at: '2026-06-01T18:00', hours: 3 },
      { id: 'd', at: '2026-06-02T06:00', hours: 3 },
    ],
    rules: [{ rule: 'compact-day', params: { freeMinutes: 60 } }],
  })

  it('costs gaps beyond the free minutes, between neighbours of one day only', () => {
    expect(sizes(problem, 'compact-day', { e0: ['a', 'b', 'c', 'd'] })).toEqual([240])
    expect(sizes(problem, 'compact-day', { e0: ['a', 'c'] })).toEqual([480])
    expect(sizes(problem, 'compact-day', { e0: ['c', 'd'] })).toEqual([])
  })
})
