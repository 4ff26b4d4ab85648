import { describe, expect, it } from 'vitest'
import { breaches, byHand, past, sizes } from '../tests/by-hand.ts'

describe('min-days-off-after-nights', () => {
  const night = (date: string) => ({ id: `n${date}`, at: `2028-02-${date}T22:00`, hours: 8, type: 'night' })
  const early = (at: string) => ({ id: at, at: `2028-${at}T06:00`, hours: 8, type: 'early' })
  const leap = {
    start: '2028-02-25',
    days: 8,
    shifts: [night('26'), night('27'), night('28'), early('02-29'), early('03-01'), early('03-02')],
    rules: [{ rule: 'min-days-off-after-nights', params: { days: 2, tag: 'night' } }],
  }

  it('counts free days from the day after the last night, over a leap day', () => {
    const worked = (next: string) => ({ e0: ['n27', 'n28', next] })
    expect(sizes(byHand(leap), 'min-days-off-after-nights', worked('02-29'))).toEqual([2])
    expect(sizes(byHand(leap), 'min-days-off-after-nights', worked('03-01'))).toEqual([1])
    expect(sizes(byHand(leap), 'min-days-off-after-nights', worked('03-02'))).toEqual([])
  })

  it('lets nights go on, and judges a run only from so many nights on', () => {
    const rules = [{ rule: 'min-days-off-after-nights', params: { days: 2, nightsMin: 3, tag: 'night' } }]
    expect(sizes(byHand({ ...leap, rules }), 'min-days-off-after-nights', { e0: ['n27', 'n28', '03-01'] })).toEqual([])
    expect(
      sizes(byHand({ ...leap, rules }), 'min-days-off-after-nights', { e0: ['n26', 'n27', 'n28', '03-01'] }),
    ).toEqual([1])
  })

  it('remembers the nights before the period', () => {
    const history = { shifts: [past('2028-02-28T22:00', 8, { type: 'night' })] }
    const problem = byHand({
      ...leap,
      start: '2028-02-29',
      days: 3,
      shifts: leap.shifts.slice(3),
      employees: [{ history }],
    })
    const found = breaches(problem, 'min-days-off-after-nights', { e0: ['03-01'] })
    expect(found.map(({ size }) => size)).toEqual([1])
    expect(found[0]!.justification).toEqual({ lastNight: '2028-02-28', nights: 1, days: 1, required: 2 })
  })
})
