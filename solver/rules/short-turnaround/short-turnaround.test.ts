import { describe, expect, it } from 'vitest'
import { breaches, byHand, past, sizes } from '../tests/by-hand.ts'

describe('short-turnaround', () => {
  const problem = byHand({
    start: '2026-10-24',
    days: 3,
    shifts: [
      { id: 'close', at: '2026-10-24T14:00', hours: 9 },
      { id: 'open', at: '2026-10-25T07:00', hours: 4 },
      { id: 'again', at: '2026-10-25T15:00', hours: 4 },
    ],
    rules: [{ rule: 'short-turnaround', params: { minutes: 660 } }],
  })

  it('counts what a wide rest lacks, by true time over a clock change', () => {
    const found = breaches(problem, 'short-turnaround', { e0: ['close', 'open'] })
    expect(found.map(({ size, shifts }) => [size, shifts])).toEqual([[120, ['close', 'open']]])
  })

  it('leaves the parts of one day alone', () => {
    expect(sizes(problem, 'short-turnaround', { e0: ['open', 'again'] })).toEqual([])
  })

  it('looks at the work before the period', () => {
    const history = { shifts: [past('2026-10-23T18:00', 12)] }
    expect(
      sizes({ ...problem, employees: [{ id: 'e0', name: 'E', history }] }, 'short-turnaround', { e0: ['close'] }),
    ).toEqual([180])
  })
})
