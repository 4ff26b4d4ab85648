import { describe, expect, test } from 'vitest'
import type { Problem } from '../../../solver/model/problem.ts'
import { findRepairs, type RepairScope } from './find-repairs.ts'

const shift = (id: string, site: string, start: string, end: string) => ({ id, site, start, end, heads: { min: 1 } })
/** Ada has six hours of rest before her second shift; the last one is Bo's, the one at the south nobody's. */
const problem: Problem = {
  format: 'muster-problem/1',
  name: 'March',
  period: { start: '2027-03-01', days: 7, zone: 'UTC' },
  sites: ['north', 'south'].map((id) => ({ id, name: id, zone: 'UTC' })),
  skills: [],
  shiftTypes: [],
  contracts: [],
  employees: ['ada', 'bo', 'cy'].map((id) => ({ id, name: id })),
  rules: [{ rule: 'min-rest', params: { minutes: 660 } }],
  shifts: [
    shift('mon', 'north', '2027-03-01T16:00Z', '2027-03-02T00:00Z'),
    shift('tue', 'north', '2027-03-02T06:00Z', '2027-03-02T14:00Z'),
    shift('wed', 'north', '2027-03-03T06:00Z', '2027-03-03T14:00Z'),
    shift('south', 'south', '2027-03-03T06:00Z', '2027-03-03T14:00Z'),
  ],
  assignments: [
    { employee: 'ada', shift: 'mon' },
    { employee: 'ada', shift: 'tue' },
    { employee: 'bo', shift: 'wed' },
  ],
}
const days = new Map(problem.shifts.map(({ id, start }) => [id, start.slice(0, 10)]))
const everything: RepairScope = { siteIds: [], shiftIds: [], employeeIds: [] }
const before = new Date('2027-02-28T12:00:00Z')
const find = (changed: Partial<Problem>, scope: Partial<RepairScope> = {}, at = before) =>
  findRepairs({ ...problem, ...changed }, days, at, { ...everything, ...scope })
const mended = (...given: Parameters<typeof find>) =>
  find(...given).repair.changes.map((change) => `${change.kind} ${'shift' in change ? change.shift : ''}`)

describe('findRepairs', () => {
  test('names shifts that lack people and every assignment that a broken hard rule speaks of', () => {
    expect(mended({})).toEqual(['shift-open south', 'pin-lost mon', 'pin-lost tue'])
  })

  test('leaves what has begun alone, though what it broke may be mended on the later side', () => {
    expect(mended({}, {}, new Date('2027-03-01T18:00:00Z'))).toEqual(['shift-open south', 'pin-lost tue'])
    expect(mended({}, {}, new Date('2027-03-05T00:00:00Z'))).toEqual([])
  })

  test('looks only where it is told', () => {
    expect(mended({}, { siteIds: ['south'] })).toEqual(['shift-open south'])
    expect(mended({}, { toDay: '2027-03-02' })).toEqual(['pin-lost mon', 'pin-lost tue'])
    expect(mended({}, { shiftIds: ['tue'] })).toEqual(['pin-lost tue'])
    expect(mended({}, { employeeIds: ['bo'] })).toEqual([])
  })

  test('keeps what is pinned, but gives up the pin of who is away', () => {
    const pins = [
      { employee: 'ada', shift: 'tue' },
      { employee: 'bo', shift: 'wed' },
    ]
    expect(mended({ pins })).toEqual(['shift-open south', 'pin-lost mon'])
    const employees = problem.employees.map((employee) =>
      employee.id === 'bo'
        ? {
            ...employee,
            unavailable: [{ kind: 'unavailable' as const, start: '2027-03-03T00:00Z', end: '2027-03-04T00:00Z' }],
          }
        : employee,
    )
    const found = find({ pins, employees })
    expect(found.repair.changes).toContainEqual({ kind: 'pin-lost', employee: 'bo', shift: 'wed' })
    expect(found.problem.pins).toEqual([{ employee: 'ada', shift: 'tue' }])
  })
})
