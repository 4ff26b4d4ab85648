import { describe, expect, it } from 'vitest'
import { breaches, byHand, sizes } from '../tests/by-hand.ts'

describe('prohibited-employee', () => {
  const problem = byHand({
    start: '2026-06-01',
    days: 2,
    sites: [
      { id: 'a', name: 'A', zone: 'Europe/Berlin' },
      { id: 'b', name: 'B', zone: 'Europe/Berlin', prohibited: ['e1'] },
    ],
    employees: [{}, {}],
    shifts: [
      { id: 's', at: '2026-06-01T08:00', hours: 8, prohibited: ['e0'] },
      { id: 'b', at: '2026-06-02T08:00', hours: 8, site: 'b', prohibited: ['e1'] },
    ],
  })

  it('stops who is banned by the shift or by the site, once each', () => {
    const found = breaches(problem, 'prohibited-employee', { e0: ['s', 'b'], e1: ['s', 'b'] })
    expect(
      found.map(({ employees, shifts, level, justification }) => [...employees, ...shifts, level, justification.by]),
    ).toEqual([
      ['e0', 's', 'hard', 'shift'],
      ['e1', 'b', 'hard', 'shift'],
    ])
  })

  it('can be made a warning', () => {
    const soft = { ...problem, rules: [{ rule: 'prohibited-employee', level: 'soft' as const, weight: 7 }] }
    expect(breaches(soft, 'prohibited-employee', { e0: ['s'] }).map(({ penalty }) => penalty)).toEqual([7])
    const off = { ...problem, rules: [{ rule: 'prohibited-employee', level: 'off' as const }] }
    expect(sizes(off, 'prohibited-employee', { e0: ['s'] })).toEqual([])
  })
})
