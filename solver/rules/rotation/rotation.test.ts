import { describe, expect, it } from 'vitest'
import { byHand, sizes } from '../tests/by-hand.ts'

describe('rotation', () => {
  const at = (day: string, time: string) => ({ id: `${day} ${time}`, at: `2026-03-${day}T${time}`, hours: 6 })
  const shifts = [at('27', '14:00'), at('28', '06:00'), at('28', '22:00'), at('29', '22:00'), at('30', '06:00')]
  const problem = (params: Record<string, unknown>) =>
    byHand({ start: '2026-03-27', days: 4, shifts, rules: [{ rule: 'rotation', params }] })

  it('costs going back from late to early, not going forward, and not over a free day', () => {
    expect(sizes(problem({}), 'rotation', { e0: ['27 14:00', '28 06:00'] })).toEqual([480])
    expect(sizes(problem({}), 'rotation', { e0: ['27 14:00', '28 22:00', '29 22:00'] })).toEqual([])
    expect(sizes(problem({}), 'rotation', { e0: ['28 22:00', '30 06:00'] })).toEqual([])
  })

  it('costs wandering starts when forward is limited, beyond the tolerance', () => {
    expect(sizes(problem({ forwardMinutes: 120 }), 'rotation', { e0: ['27 14:00', '28 22:00'] })).toEqual([360])
    expect(sizes(problem({ backwardMinutes: 480 }), 'rotation', { e0: ['27 14:00', '28 06:00'] })).toEqual([])
  })

  it('compares the first shifts of each day, by the wall clock over a clock change', () => {
    expect(sizes(problem({}), 'rotation', { e0: ['28 06:00', '28 22:00', '29 22:00'] })).toEqual([])
  })
})
