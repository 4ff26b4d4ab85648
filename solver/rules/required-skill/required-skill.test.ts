import { describe, expect, it } from 'vitest'
import { breaches, byHand, sizes } from '../tests/by-hand.ts'

describe('required-skill', () => {
  const problem = byHand({
    start: '2026-06-01',
    days: 2,
    employees: [
      { skills: [{ skill: 'x', level: 2 }] },
      { skills: [{ skill: 'x', level: 4, until: '2026-06-01' }, { skill: 'y' }] },
    ],
    shifts: [
      { id: 'n', at: '2026-06-01T22:00', hours: 8, skills: { allOf: [{ skill: 'x', levelMin: 2 }] } },
      { id: 'd', at: '2026-06-01T08:00', hours: 8, skills: { allOf: [{ skill: 'x', levelMin: 3 }] } },
      { id: 'any', at: '2026-06-02T08:00', hours: 8, skills: { anyOf: [{ skill: 'x', levelMin: 3 }, { skill: 'y' }] } },
    ],
  })

  it('wants the level, and the certificate to hold on the last day that the shift touches', () => {
    expect(sizes(problem, 'required-skill', { e0: ['n'], e1: ['d'] })).toEqual([])
    expect(sizes(problem, 'required-skill', { e0: ['d'] })).toEqual([1])
    const [expired] = breaches(problem, 'required-skill', { e1: ['n'] })
    expect(expired!.justification).toMatchObject({ missingAll: ['x'], expiredOn: '2026-06-01' })
  })

  it('takes any of several skills, and counts their lack once', () => {
    expect(sizes(problem, 'required-skill', { e0: ['any'], e1: ['any'] })).toEqual([1])
  })
})
