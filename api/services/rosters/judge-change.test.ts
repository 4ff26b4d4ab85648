import { describe, expect, test } from 'vitest'
import type { Assignment, Problem } from '../../../solver/model/problem.ts'
import { explainGaps } from './explain-gaps.ts'
import { judgeChange } from './judge-change.ts'

const shift = (id: string, start: string, end: string, priority?: number) => ({
  id,
  site: 'main',
  start,
  end,
  heads: { min: 1 },
  ...(priority !== undefined && { priority }),
})
const problem = (assignments: Assignment[], more: Partial<Problem> = {}): Problem => ({
  format: 'muster-problem/1',
  name: 'March',
  period: { start: '2027-03-01', days: 7, zone: 'UTC' },
  sites: [{ id: 'main', name: 'Main', zone: 'UTC' }],
  skills: [],
  shiftTypes: [],
  contracts: [],
  employees: [
    { id: 'ada', name: 'Ada' },
    { id: 'bob', name: 'Bob' },
  ],
  shifts: [
    shift('late', '2027-03-01T14:00Z', '2027-03-01T22:00Z'),
    shift('night', '2027-03-01T23:00Z', '2027-03-02T05:00Z'),
    shift('early', '2027-03-02T06:00Z', '2027-03-02T14:00Z'),
  ],
  rules: [{ rule: 'min-rest', params: { minutes: 660 } }],
  assignments,
  ...more,
})
const ada = (id: string): Assignment => ({ employee: 'ada', shift: id })
const bob = (id: string): Assignment => ({ employee: 'bob', shift: id })

describe('judgeChange', () => {
  test('a change that keeps the rules has nothing that stops it', () => {
    expect(judgeChange(problem([]), { added: [ada('late')], removed: [] })).toMatchObject({
      kind: 'judged',
      stopping: [],
      delta: { hard: 0, medium: -1 },
    })
  })

  test('a hard breach that the change brings stops it', () => {
    const judged = judgeChange(problem([ada('late')]), { added: [ada('night')], removed: [] })
    expect(judged).toMatchObject({ kind: 'judged', stopping: [{ rule: 'min-rest', employees: ['ada'], size: 600 }] })
  })

  test('a breach that was there and only gets smaller does not stop the way out of it', () => {
    // One hour of rest becomes eight: still too little, but better.
    const judged = judgeChange(problem([ada('late'), ada('night')]), { added: [ada('early')], removed: [ada('night')] })
    expect(judged).toMatchObject({
      kind: 'judged',
      stopping: [],
      added: [{ rule: 'min-rest', size: 180 }, { rule: 'min-cover' }],
    })
  })

  test('a person may take a pinned person off', () => {
    const pinned = problem([ada('late')], { pins: [ada('late')] })
    expect(judgeChange(pinned, { added: [bob('late')], removed: [ada('late')] })).toMatchObject({ stopping: [] })
  })

  test('what does not fit the roster is named before any rule is asked', () => {
    const now = problem([ada('late')])
    const misfitOf = (added: Assignment[], removed: Assignment[] = []) => judgeChange(now, { added, removed })
    expect(misfitOf([ada('late')])).toMatchObject({ misfit: { kind: 'assigned-already' } })
    expect(misfitOf([], [bob('late')])).toMatchObject({ misfit: { kind: 'not-assigned' } })
    expect(misfitOf([ada('gone')])).toMatchObject({ misfit: { kind: 'unknown-shift', id: 'gone' } })
    expect(misfitOf([{ employee: 'eve', shift: 'late' }])).toMatchObject({ misfit: { kind: 'unknown-employee' } })
  })
})

describe('explainGaps', () => {
  test('every open shift is listed, the forty most urgent with the people who come nearest', () => {
    const shifts = Array.from({ length: 50 }, (_, index) =>
      shift(`s${index}`, `2027-03-01T06:${String(index).padStart(2, '0')}Z`, '2027-03-01T14:00Z', index === 49 ? 9 : 1),
    )
    const gaps = explainGaps(problem([ada('s0')], { shifts }), { assignments: [ada('s0')] }, 1)
    expect(gaps).toHaveLength(49)
    expect(gaps.filter((gap) => gap.candidates.length === 1)).toHaveLength(40)
    expect(gaps.at(-1)).toMatchObject({ shift: 's49', missingHeads: 1, candidates: [{ employee: 'bob' }] })
  })
})
