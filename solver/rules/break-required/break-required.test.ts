import { describe, expect, it } from 'vitest'
import { byHand, sizes } from '../tests/by-hand.ts'

describe('break-required', () => {
  const rules = [
    {
      rule: 'break-required',
      params: {
        breaks: [
          { overMinutes: 360, breakMinutes: 30 },
          { overMinutes: 540, breakMinutes: 45 },
        ],
      },
    },
  ]
  const problem = byHand({
    start: '2026-03-28',
    days: 3,
    rules,
    employees: [{}, {}],
    shifts: [
      { id: 'six', at: '2026-03-28T06:00', hours: 6 },
      { id: 'eight', at: '2026-03-28T06:00', hours: 8, breakMinutes: 10 },
      { id: 'ten', at: '2026-03-28T06:00', hours: 10, breakMinutes: 45 },
      { id: 'change', at: '2026-03-28T22:00', hours: 9, breakMinutes: 30 },
    ],
  })

  it('asks for nothing up to the length, for the longest due break above it', () => {
    expect(sizes(problem, 'break-required', { e0: ['six'] })).toEqual([])
    expect(sizes(problem, 'break-required', { e0: ['eight'] })).toEqual([20])
    expect(sizes(problem, 'break-required', { e0: ['ten'] })).toEqual([])
  })

  it('goes by true lengths in the night of a clock change', () => {
    expect(sizes(problem, 'break-required', { e0: ['change'] })).toEqual([])
  })

  it('counts every assignment, for each is one person without a break', () => {
    expect(sizes(problem, 'break-required', { e0: ['eight'], e1: ['eight'] })).toEqual([20, 20])
  })
})
