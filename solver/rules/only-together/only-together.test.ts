import { describe, expect, it } from 'vitest'
import { breaches, byHand, sizes } from '../tests/by-hand.ts'

describe('only-together', () => {
  const problem = byHand({
    start: '2026-06-01',
    days: 1,
    employees: [{ onlyWith: ['e1', 'e2'] }, {}, {}, {}],
    shifts: [{ id: 's', at: '2026-06-01T08:00', hours: 8 }],
  })

  it('wants one of the partners on the shift, whichever', () => {
    expect(sizes(problem, 'only-together', { e0: ['s'], e2: ['s'] })).toEqual([])
    expect(sizes(problem, 'only-together', { e0: ['s'], e3: ['s'] })).toEqual([1])
    expect(breaches(problem, 'only-together', { e0: ['s'] })[0]!.justification).toEqual({ partners: ['e1', 'e2'] })
  })

  it('does not bind the partners', () => {
    expect(sizes(problem, 'only-together', { e1: ['s'] })).toEqual([])
  })
})
