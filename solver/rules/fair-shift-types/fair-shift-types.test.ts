import { describe, expect, it } from 'vitest'
import { breaches, byHand, sizes } from '../tests/by-hand.ts'

describe('fair-shift-types', () => {
  const problem = byHand({
    start: '2026-06-01',
    days: 4,
    shifts: [
      { id: 'l1', at: '2026-06-01T14:00', hours: 8, type: 'late', heads: { min: 1 } },
      { id: 'l2', at: '2026-06-02T14:00', hours: 8, type: 'late', heads: { min: 1 } },
      { id: 'n1', at: '2026-06-03T22:00', hours: 8, type: 'night', heads: { min: 1 } },
    ],
    employees: [{ history: { fairCarried: { kinds: [{ tag: 'night', shifts: -1 }] } } }, {}],
    rules: [{ rule: 'fair-shift-types', params: { kinds: [{ type: 'late' }, { tag: 'night' }] } }],
  })

  it('shares out each kind by itself, each with its own past', () => {
    expect(sizes(problem, 'fair-shift-types', { e0: ['l1', 'n1'], e1: ['l2'] })).toEqual([])
    const found = breaches(problem, 'fair-shift-types', { e0: ['l1', 'l2'], e1: ['n1'] })
    expect(found.map(({ employees, size, justification }) => [...employees, size, justification.type])).toEqual([
      ['e0', 100, 'late'],
      ['e1', 100, 'late'],
      ['e0', 100, null],
      ['e1', 100, null],
    ])
  })
})
