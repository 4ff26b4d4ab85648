import { describe, expect, it } from 'vitest'
import { breaches, byHand, past, sizes } from '../tests/by-hand.ts'

describe('min-rest', () => {
  const shifts = [
    { id: 'late', at: '2026-03-28T15:00', hours: 8, type: 'late' },
    { id: 'night', at: '2026-03-28T22:00', hours: 8, type: 'night' },
    { id: 'early', at: '2026-03-29T09:00', hours: 4, type: 'early' },
    { id: 'evening', at: '2026-03-29T18:00', hours: 4, type: 'late' },
  ]
  const problem = (params: Record<string, unknown>, rest: object = {}) =>
    byHand({ start: '2026-03-28', days: 2, shifts, rules: [{ rule: 'min-rest', params }], ...rest })

  it('counts true minutes over the change of the clock', () => {
    expect(sizes(problem({ minutes: 660 }), 'min-rest', { e0: ['late', 'early'] })).toEqual([120])
  })

  it('asks for more after a night, by tag or by the start', () => {
    const more = { minutes: 60, afterNightMinutes: 720 }
    expect(sizes(problem({ ...more, nightTag: 'night' }), 'min-rest', { e0: ['night', 'early'] })).toEqual([600])
    expect(sizes(problem(more), 'min-rest', { e0: ['night', 'early'] })).toEqual([600])
    expect(sizes(problem(more), 'min-rest', { e0: ['late', 'early'] })).toEqual([])
  })

  it('lets the parts of one day follow each other only where split shifts are allowed', () => {
    const worked = { e0: ['early', 'evening'] }
    expect(sizes(problem({ minutes: 660 }), 'min-rest', worked)).toEqual([360])
    expect(sizes(problem({ minutes: 660, splitShiftAllowed: true }), 'min-rest', worked)).toEqual([])
  })

  it('remembers the last shift before the period', () => {
    const history = { shifts: [past('2026-03-27T22:00', 12)] }
    const found = breaches(problem({ minutes: 660 }, { employees: [{ history }] }), 'min-rest', { e0: ['late'] })
    expect(found.map(({ size, shifts: named }) => [size, named])).toEqual([[360, ['late']]])
  })
})
