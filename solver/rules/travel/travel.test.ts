import { describe, expect, it } from 'vitest'
import { byHand, sizes } from '../tests/by-hand.ts'

describe('travel', () => {
  const berlin = { latitude: 52.52, longitude: 13.405 }
  const potsdam = { latitude: 52.3989, longitude: 13.0657 }
  const problem = (params: Record<string, unknown>, rest: object = {}) =>
    byHand({
      start: '2026-06-01',
      days: 2,
      sites: [
        { id: 'a', name: 'A', zone: 'Europe/Berlin', position: berlin },
        { id: 'b', name: 'B', zone: 'Europe/Berlin', position: potsdam },
      ],
      employees: [{ home: berlin }, {}],
      shifts: [
        { id: 'a', at: '2026-06-01T06:00', hours: 3 },
        { id: 'b', at: '2026-06-01T12:00', hours: 3, site: 'b' },
        { id: 'next', at: '2026-06-02T12:00', hours: 3, site: 'a' },
      ],
      rules: [{ rule: 'travel', params }],
      ...rest,
    })

  it('measures along the great circle, from home, between the sites of a day, and back', () => {
    const [size] = sizes(problem({}), 'travel', { e0: ['a', 'b'] })
    expect(size).toBeGreaterThan(2 * 26_400)
    expect(size).toBeLessThan(2 * 26_800)
    expect(sizes(problem({ counts: 'home' }), 'travel', { e0: ['a', 'b'] })).toEqual([size! / 2])
  })

  it('counts the way home only for who has one, and no way between days', () => {
    expect(sizes(problem({}), 'travel', { e1: ['b', 'next'] })).toEqual([])
  })

  it('takes a given way for the straight line, in both directions', () => {
    const distances = [{ from: 'b', to: 'a', metres: 33_000 }]
    const given = problem({ counts: 'between-sites', freeMetres: 3000 }, { distances })
    expect(sizes(given, 'travel', { e0: ['a', 'b'] })).toEqual([30_000])
  })
})
