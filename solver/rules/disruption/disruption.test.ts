import { describe, expect, it } from 'vitest'
import { breaches, byHand, sizes, span } from '../tests/by-hand.ts'

describe('disruption', () => {
  const params = {
    size: 1,
    notices: [
      { underMinutes: 1440, size: 10 },
      { underMinutes: 10_080, size: 4 },
    ],
  }
  const problem = byHand({
    start: '2026-06-01',
    days: 14,
    employees: [{}, {}],
    shifts: ['01', '05', '12'].map((date) => ({ id: date, at: `2026-06-${date}T08:00`, hours: 8 })),
    rules: [{ rule: 'disruption', params }],
    published: { at: span('2026-05-31T12:00', 1).start, assignments: [{ employee: 'e0', shift: '01' }] },
  })

  it('costs nothing while the published roster stands', () => {
    expect(sizes(problem, 'disruption', { e0: ['01'] })).toEqual([])
  })

  it('is dearer the less notice a change gives, for who loses and who gets a shift', () => {
    const found = breaches(problem, 'disruption', { e1: ['01'] })
    expect(found.map(({ employees, size, justification }) => [...employees, size, justification.change])).toEqual([
      ['e0', 10, 'removed'],
      ['e1', 10, 'added'],
    ])
    expect(sizes(problem, 'disruption', { e0: ['01', '05', '12'] })).toEqual([4, 1])
  })

  it('is silent without a published roster', () => {
    const { published, ...fresh } = problem
    expect(published?.assignments).toHaveLength(1)
    expect(sizes(fresh, 'disruption', { e1: ['01'] })).toEqual([])
  })
})
