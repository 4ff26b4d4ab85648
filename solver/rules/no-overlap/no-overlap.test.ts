import { describe, expect, it } from 'vitest'
import type { Problem } from '../../model/problem.ts'
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

  it('takes the minutes that the problem gives for a way before the flat ones, each direction by its own', () => {
    const work = {
      start: '2026-06-01',
      days: 1,
      shifts: [
        { id: 'a1', at: '2026-06-01T06:00', hours: 2 },
        { id: 'b1', at: '2026-06-01T08:20', hours: 2, site: 'b' },
        { id: 'a2', at: '2026-06-01T10:40', hours: 2 },
      ],
      rules: [{ rule: 'no-overlap', params: { travelMinutes: 45 } }],
    }
    const given = (travelTimes: Problem['travelTimes'] & object) => byHand({ ...work, travelTimes })
    const day = { e0: ['a1', 'b1', 'a2'] }
    expect(sizes(byHand(work), 'no-overlap', day)).toEqual([25, 25])
    expect(sizes(given([{ from: 'a', to: 'b', minutes: 15 }]), 'no-overlap', day)).toEqual([])
    const both = given([
      { from: 'a', to: 'b', minutes: 15 },
      { from: 'b', to: 'a', minutes: 50 },
    ])
    expect(sizes(both, 'no-overlap', day)).toEqual([30])
  })
})
