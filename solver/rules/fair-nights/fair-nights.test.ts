import { describe, expect, it } from 'vitest'
import { breaches, byHand, sizes } from '../tests/by-hand.ts'

describe('fair-nights', () => {
  const shifts = ['01', '02', '03', '04'].map((date) => ({
    id: date,
    at: `2026-06-${date}T22:00`,
    hours: 8,
    heads: { min: 1 },
  }))
  const problem = (employees: object[]) =>
    byHand({ start: '2026-06-01', days: 7, shifts, employees, rules: [{ rule: 'fair-nights' }] })

  it('makes one person carrying all dearer than two carrying half each', () => {
    const everyone = ['01', '02', '03', '04']
    expect(sizes(problem([{}, {}]), 'fair-nights', { e0: everyone })).toEqual([400, 400])
    expect(sizes(problem([{}, {}]), 'fair-nights', { e0: ['01', '03'], e1: ['02', '04'] })).toEqual([])
  })

  it('scales by the share of a job', () => {
    const half = problem([{}, { sharePercent: 50 }, { sharePercent: 50 }])
    expect(sizes(half, 'fair-nights', { e0: ['01', '02'], e1: ['03'], e2: ['04'] })).toEqual([])
  })

  it('counts what was borne before', () => {
    const carried = problem([{ history: { fairCarried: { nights: 2 } } }, {}])
    expect(sizes(carried, 'fair-nights', { e0: ['01'], e1: ['02', '03', '04'] })).toEqual([])
    expect(breaches(carried, 'fair-nights', { e0: ['01', '02'], e1: ['03', '04'] }).map(({ size }) => size)).toEqual([
      100, 100,
    ])
  })
})
