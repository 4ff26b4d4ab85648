import { describe, expect, it } from 'vitest'
import { breaches, byHand, sizes } from '../tests/by-hand.ts'

describe('min-shifts-of-type', () => {
  const limits = [{ type: 'night', min: 2, period: 'week' }]
  const shifts = ['02', '03', '10'].map((date) => ({
    id: date,
    at: `2026-06-${date}T22:00`,
    hours: 8,
    type: 'night',
  }))
  const problem = (rest: object = {}) =>
    byHand({
      start: '2026-06-01',
      days: 14,
      shifts,
      rules: [{ rule: 'min-shifts-of-type', params: { limits } }],
      ...rest,
    })

  it('counts what is missing in each whole week', () => {
    expect(sizes(problem(), 'min-shifts-of-type', { e0: ['02', '03', '10'] })).toEqual([1])
    expect(sizes(problem(), 'min-shifts-of-type', { e0: [] })).toEqual([2, 2])
  })

  it('does not judge a week that the period holds only a part of', () => {
    expect(sizes(problem({ days: 10 }), 'min-shifts-of-type', { e0: ['02', '03'] })).toEqual([])
  })

  it('binds only who holds the contract', () => {
    const contracts = [{ id: 'c', name: 'C', rules: [{ rule: 'min-shifts-of-type', params: { limits } }] }]
    const employees = [{ contracts: [{ contract: 'c', from: '2026-06-08' }] }, {}]
    const found = breaches(problem({ rules: [], contracts, employees }), 'min-shifts-of-type', { e1: ['02'] })
    expect(found.map(({ employees, size }) => [employees[0], size])).toEqual([['e0', 2]])
  })
})
