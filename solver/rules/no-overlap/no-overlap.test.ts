import { describe, expect, it } from 'vitest'
import { byHand, sizes } from '../tests/by-hand.ts'

describe('no-overlap', () => {
  const problem = byHand({
    start: '2026-06-01',
    days: 2,
    shifts: [
      { id: 'night', at: '2026-06-01T22:00', hours: 8 },
      { id: 'same', at: '2026-06-02T05:30', hours: 2 },
      { id: 'here', at: '2026-06-02T06:10', hours: 2 },
      { id: 'there', at: '2026-06-02T06:10', hours: 2, site: 'b' },
    ],
    rules: [{ rule: 'no-overlap', params: { travelMinutes: 45 } }],
  })

  it('counts overlapping minutes across midnight', () => {
    expect(sizes(problem, 'no-overlap', { e0: ['night', 'same'] })).toEqual([30])
  })

  it('wants the time to travel between sites, and none at one site', () => {
    expect(sizes(problem, 'no-overlap', { e0: ['night', 'here'] })).toEqual([])
    expect(sizes(problem, 'no-overlap', { e0: ['night', 'there'] })).toEqual([35])
  })
})
