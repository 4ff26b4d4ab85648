import { describe, expect, it } from 'vitest'
import { breaches, byHand, past, sizes } from '../tests/by-hand.ts'

describe('complete-weekend', () => {
  const rules = [{ rule: 'complete-weekend' }]
  const shifts = ['2026-12-26', '2026-12-27', '2027-01-02', '2027-01-03'].map((date) => ({
    id: date,
    at: `${date}T08:00`,
    hours: 8,
  }))
  const turn = { start: '2026-12-21', days: 14, shifts, rules }

  it('is kept by whole and by free weekends, across the end of a 53-week year', () => {
    expect(sizes(byHand(turn), 'complete-weekend', { e0: ['2027-01-02', '2027-01-03'] })).toEqual([])
  })

  it('counts each half weekend once', () => {
    const found = breaches(byHand(turn), 'complete-weekend', { e0: ['2026-12-26', '2027-01-03'] })
    expect(found.map(({ size }) => size)).toEqual([1, 1])
    expect(found[1]!.justification).toEqual({ firstDay: '2027-01-02', lastDay: '2027-01-03', worked: 1, days: 2 })
  })

  it('judges a weekend that began before the period only when the past is known', () => {
    const sunday = { ...turn, start: '2026-12-27', days: 3, shifts: shifts.slice(1, 2) }
    const worked = { e0: ['2026-12-27'] }
    expect(sizes(byHand(sunday), 'complete-weekend', worked)).toEqual([])
    expect(sizes(byHand({ ...sunday, employees: [{ history: { shifts: [] } }] }), 'complete-weekend', worked)).toEqual([
      1,
    ])
    const history = { shifts: [past('2026-12-26T08:00', 8)] }
    expect(sizes(byHand({ ...sunday, employees: [{ history }] }), 'complete-weekend', worked)).toEqual([])
  })

  it('does not judge a weekend that goes on after the period', () => {
    const saturday = { ...turn, days: 6, shifts: shifts.slice(0, 1) }
    expect(sizes(byHand(saturday), 'complete-weekend', { e0: ['2026-12-26'] })).toEqual([])
  })
})
