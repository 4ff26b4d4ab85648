import { describe, expect, it } from 'vitest'
import { validateProblem } from '../../judge/validate-problem.ts'
import { breaches, byHand, past, sizes } from '../tests/by-hand.ts'

/** Monday 1 June 2026 to Sunday the 14th; 60.00 an hour, so a minute is 100. */
const week = (params: Record<string, unknown>, rest: Partial<Parameters<typeof byHand>[0]> = {}) =>
  byHand({
    start: '2026-06-01',
    days: 14,
    employees: [{ rateMinor: 6000 }],
    shifts: [1, 2, 3, 4, 5, 6, 7, 8].map((day) => ({ id: `d${day}`, at: `2026-06-0${day}T08:00`, hours: 10 })),
    rules: [{ rule: 'labour-cost', params }],
    ...rest,
  })

describe('labour-cost', () => {
  it('pays minutes beyond a day tier at its percentage, up to the next tier', () => {
    const overtime = [
      { period: 'day', overMinutes: 480, percent: 150 },
      { period: 'day', overMinutes: 540, percent: 200 },
    ]
    // 600 minutes: 480 plain, 60 at 150 %, 60 at 200 %.
    expect(sizes(week({ overtime }), 'labour-cost', { e0: ['d1'] })).toEqual([48_000 + 9_000 + 12_000])
  })

  it('pays minutes beyond a week tier, week by week', () => {
    const overtime = [{ period: 'week', overMinutes: 2400, percent: 125 }]
    const five = ['d1', 'd2', 'd3', 'd4', 'd5']
    // 3,000 minutes, 600 of them beyond forty hours; the eighth of June begins a new week.
    expect(sizes(week({ overtime }), 'labour-cost', { e0: five })).toEqual([300_000 + 15_000])
    expect(sizes(week({ overtime }), 'labour-cost', { e0: [...five, 'd8'] })).toEqual([360_000 + 15_000])
  })

  it('does not count a minute that is dearer by the day towards the week again', () => {
    const overtime = [
      { period: 'day', overMinutes: 480, percent: 150 },
      { period: 'week', overMinutes: 2400, percent: 150 },
    ]
    const found = breaches(week({ overtime }), 'labour-cost', { e0: ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'] })
    // Six times 120 minutes by the day; 6 × 480 = 2,880 plain ones, 480 of them beyond forty hours.
    expect(found[0]!.justification.overtimeMinor).toBe((6 * 120 + 480) * 50)
    expect(found[0]!.size).toBe(360_000 + 60_000)
  })

  it('counts what was worked before the period towards the week, and does not pay it again', () => {
    const overtime = [{ period: 'week', overMinutes: 1200, percent: 200 }]
    const history = { shifts: [past('2026-06-01T08:00', 11), past('2026-06-02T08:00', 10)] }
    const problem = byHand({
      start: '2026-06-03',
      days: 5,
      employees: [{ rateMinor: 6000, history }],
      shifts: [{ id: 'd', at: '2026-06-03T08:00', hours: 2 }],
      rules: [{ rule: 'labour-cost', params: { overtime } }],
    })
    expect(sizes(problem, 'labour-cost', { e0: ['d'] })).toEqual([24_000])
    expect(sizes(problem, 'labour-cost', {})).toEqual([])
  })

  it('pays Saturdays, Sundays and holidays at the dearest percentage of the day', () => {
    const params = { saturdayPercent: 125, sundayPercent: 150, holidayPercent: 200 }
    const problem = week(params, { holidays: [{ day: '2026-06-04' }, { day: '2026-06-07', site: 'b' }] })
    for (const [shift, pay] of [
      ['d3', 60_000],
      ['d4', 120_000],
      ['d6', 75_000],
      ['d7', 90_000],
    ] as const)
      expect(sizes(problem, 'labour-cost', { e0: [shift] }), shift).toEqual([pay])
  })

  it('adds a night premium in percent of the rate for true minutes, also when the clock changes', () => {
    const problem = byHand({
      start: '2026-10-24',
      days: 2,
      employees: [{ rateMinor: 6000 }],
      shifts: [{ id: 'n', at: '2026-10-24T22:00', hours: 9 }],
      rules: [{ rule: 'labour-cost', params: { nightPercent: 25, nightFrom: '23:00', nightTo: '06:00' } }],
    })
    // 22:00 to 06:00 are nine true hours; eight of them lie after 23:00.
    expect(sizes(problem, 'labour-cost', { e0: ['n'] })).toEqual([54_000 + 12_000])
  })

  it('adds what the type of a shift is paid besides, to nobody else', () => {
    const problem = week({ sundayPercent: 150 })
    const typed = {
      ...problem,
      shiftTypes: [{ id: 'hard', name: 'Hard', premiumPercent: 25 }],
      shifts: problem.shifts.map((shift) => (shift.id === 'd7' ? { ...shift, type: 'hard' } : shift)),
    }
    // A Sunday: 600 minutes at 150 %, and a quarter of the plain rate for the type.
    expect(sizes(typed, 'labour-cost', { e0: ['d7'] })).toEqual([90_000 + 15_000])
    expect(sizes(typed, 'labour-cost', { e0: ['d1'] })).toEqual([60_000])
  })

  it('refuses tiers that contradict each other, and values out of range', () => {
    const reasonsFor = (overtime: unknown) =>
      validateProblem({ ...week({}), rules: [{ rule: 'labour-cost', params: { overtime } }] }).map(({ path }) => path)
    const tier = { period: 'day', overMinutes: 480, percent: 150 }
    expect(reasonsFor([tier])).toEqual([])
    expect(reasonsFor([tier, { ...tier, percent: 200 }])).toEqual(['rules[0].params'])
    expect(reasonsFor([tier, { ...tier, overMinutes: 600, percent: 125 }])).toEqual(['rules[0].params'])
    expect(
      reasonsFor([
        { ...tier, overMinutes: 20_000 },
        { ...tier, percent: 99 },
      ]),
    ).toEqual(['rules[0].params.overtime[0].overMinutes', 'rules[0].params.overtime[1].percent'])
  })
})
