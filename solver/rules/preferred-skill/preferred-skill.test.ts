import { describe, expect, it } from 'vitest'
import { breaches, byHand } from '../tests/by-hand.ts'

describe('preferred-skill', () => {
  const problem = byHand({
    start: '2026-06-01',
    days: 1,
    employees: [
      { skills: [{ skill: 'x', level: 3 }, { skill: 'y' }] },
      { skills: [{ skill: 'x', level: 3, until: '2026-06-01' }, { skill: 'y' }] },
      {},
    ],
    shifts: [
      {
        id: 'n',
        at: '2026-06-01T22:00',
        hours: 8,
        preferredSkills: [{ skill: 'x', levelMin: 3 }, { skill: 'y' }],
      },
    ],
  })

  it('costs once whoever lacks a skill, a level or its validity on the last day touched', () => {
    const found = breaches(problem, 'preferred-skill', { e0: ['n'], e1: ['n'], e2: ['n'] })
    expect(found.map(({ employees, size, justification }) => [...employees, size, justification.missing])).toEqual([
      ['e1', 1, ['x']],
      ['e2', 1, ['x', 'y']],
    ])
  })
})
