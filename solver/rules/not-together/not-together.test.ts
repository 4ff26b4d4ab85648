import { describe, expect, it } from 'vitest'
import { breaches, byHand, sizes } from '../tests/by-hand.ts'

describe('not-together', () => {
  const problem = byHand({
    start: '2026-06-01',
    days: 1,
    employees: [{ notWith: ['e1'] }, { notWith: ['e0'] }, {}],
    shifts: [
      { id: 's', at: '2026-06-01T08:00', hours: 8 },
      { id: 't', at: '2026-06-01T08:00', hours: 8 },
    ],
  })

  it('counts a pair once however often it is named', () => {
    const found = breaches(problem, 'not-together', { e0: ['s'], e1: ['s'], e2: ['s'] })
    expect(found.map(({ employees, shifts, size }) => [employees, shifts, size])).toEqual([[['e0', 'e1'], ['s'], 1]])
  })

  it('lets the two work at the same time on different shifts', () => {
    expect(sizes(problem, 'not-together', { e0: ['s'], e1: ['t'] })).toEqual([])
  })
})
