import { describe, expect, it } from 'vitest'
import { breaches, byHand, sizes, span } from '../tests/by-hand.ts'

describe('demand-curve', () => {
  const { start } = span('2026-03-29T00:00', 1)
  const curve = { site: 'a', start, intervalMinutes: 60 as const, heads: [1, 1, 1, 2] }
  const problem = (demand: object) =>
    byHand({
      start: '2026-03-28',
      days: 3,
      employees: [{ skills: [{ skill: 'x', until: '2026-03-28' }] }, { skills: [{ skill: 'x' }] }],
      shifts: [
        { id: 'night', at: '2026-03-28T22:00', hours: 4.5 },
        { id: 'other', at: '2026-03-28T22:00', hours: 8, site: 'b' },
      ],
      demand: [{ ...curve, ...demand }],
    })

  it('counts head-minutes by true time in the night of a clock change, and parts of intervals by the minute', () => {
    const found = breaches(problem({}), 'demand-curve', { e0: ['night'] })
    expect(found.map(({ size, level }) => [size, level])).toEqual([
      [30, 'medium'],
      [120, 'medium'],
    ])
    expect(found[0]!.justification).toMatchObject({ start: '2026-03-29T01:00Z', needed: 1, presentMinutes: 30 })
  })

  it('does not count who is elsewhere, or lacks the skill on a day of the shift', () => {
    expect(sizes(problem({}), 'demand-curve', { e0: ['other'] })).toEqual([60, 60, 60, 120])
    const able = problem({ skill: { skill: 'x' } })
    expect(sizes(able, 'demand-curve', { e0: ['night'] })).toEqual([60, 60, 60, 120])
    expect(sizes(able, 'demand-curve', { e1: ['night'] })).toEqual([30, 120])
  })

  it('is whole where enough people are there', () => {
    expect(sizes(problem({ heads: [2, 2] }), 'demand-curve', { e0: ['night'], e1: ['night'] })).toEqual([])
  })
})
