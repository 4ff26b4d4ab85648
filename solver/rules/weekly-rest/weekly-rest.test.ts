import { describe, expect, it } from 'vitest'
import { breaches, byHand, past, sizes } from '../tests/by-hand.ts'

describe('weekly-rest', () => {
  const day = (date: string, hours = 8) => ({ id: date, at: `${date}T08:00`, hours })
  const dates = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => `2026-06-${String(from + index).padStart(2, '0')}`)
  const rules = [{ rule: 'weekly-rest', params: { minutes: 2160 } }]
  const june = { start: '2026-06-01', days: 14, shifts: dates(1, 14).map((date) => day(date)), rules }

  it('is kept by six days of work and a free Sunday: a rest counts to its end beyond the window', () => {
    const six = dates(1, 14).filter((date) => date !== '2026-06-07' && date !== '2026-06-14')
    expect(sizes(byHand(june), 'weekly-rest', { e0: six })).toEqual([])
  })

  it('misses minutes in every window of seven days without a long rest', () => {
    const found = breaches(byHand(june), 'weekly-rest', { e0: dates(1, 9) })
    expect(found.map(({ size }) => size)).toEqual([720 + 480, 720 + 480])
    expect(found[0]!.justification).toEqual({
      firstDay: '2026-06-01',
      lastDay: '2026-06-07',
      longestMinutes: 960,
      requiredMinutes: 2160,
    })
  })

  it('does not judge windows that reach into an unknown past, and counts a known one', () => {
    const shifts = dates(1, 3).map((date) => day(date))
    const worked = { e0: dates(1, 3) }
    expect(sizes(byHand({ ...june, days: 3, shifts }), 'weekly-rest', worked)).toEqual([])
    const history = { shifts: [26, 27, 28, 29, 30, 31].map((date) => past(`2026-05-${date}T08:00`, 8)) }
    expect(sizes(byHand({ ...june, days: 3, shifts, employees: [{ history }] }), 'weekly-rest', worked)).toEqual([
      1200, 1200,
    ])
  })

  it('has its true length over both changes of the clock', () => {
    const over = (start: string, saturday: string, monday: string) =>
      byHand({
        start,
        days: 7,
        shifts: [
          { id: 's', at: `${saturday}T18:00`, hours: 2 },
          { id: 'm', at: `${monday}T08:00`, hours: 8 },
        ],
        rules: [{ rule: 'weekly-rest', params: { minutes: 2160, period: 'rolling', days: 2 } }],
      })
    const spring = over('2026-03-28', '2026-03-28', '2026-03-30')
    expect(sizes(spring, 'weekly-rest', { e0: ['s', 'm'] })).toEqual([60])
    const autumn = over('2026-10-24', '2026-10-24', '2026-10-26')
    expect(sizes(autumn, 'weekly-rest', { e0: ['s', 'm'] })).toEqual([])
  })

  it('is asked for week by week when the setting says so', () => {
    const weekly = { ...june, rules: [{ rule: 'weekly-rest', params: { minutes: 2160, period: 'week' } }] }
    expect(sizes(byHand(weekly), 'weekly-rest', { e0: dates(1, 9) })).toEqual([1200])
  })
})
