import { describe, expect, it } from 'vitest'
import { breaches, byHand, sizes } from '../tests/by-hand.ts'

describe('preferred-employee', () => {
  const problem = byHand({
    start: '2026-06-01',
    days: 1,
    employees: [{}, {}],
    shifts: [
      { id: 's', at: '2026-06-01T08:00', hours: 8, preferredEmployees: ['e0'] },
      { id: 'open', at: '2026-06-01T18:00', hours: 2, preferredEmployees: [] },
    ],
  })

  it('costs when somebody else has the shift', () => {
    expect(breaches(problem, 'preferred-employee', { e0: ['s'], e1: ['s'] }).map(({ employees }) => employees)).toEqual(
      [['e1']],
    )
  })

  it('is silent where the shift names nobody', () => {
    expect(sizes(problem, 'preferred-employee', { e0: ['open'], e1: ['open'] })).toEqual([])
  })
})
