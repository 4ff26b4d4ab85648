import { describe, expect, test } from 'vitest'
import type { Problem } from '../../../solver/model/problem.ts'
import { scopeProblem } from './scope-problem.ts'

const shift = (id: string, site: string, heads: Problem['shifts'][number]['heads']) => ({
  id,
  site,
  start: '2027-03-01T06:00Z',
  end: '2027-03-01T14:00Z',
  heads,
  overWeight: 3,
})
const problem: Problem = {
  format: 'muster-problem/1',
  name: 'March',
  period: { start: '2027-03-01', days: 7, zone: 'UTC' },
  sites: [],
  skills: [],
  shiftTypes: [],
  contracts: [],
  employees: [],
  rules: [],
  shifts: [
    shift('mon', 'north', { min: 2, target: 3 }),
    shift('tue', 'north', { min: 1 }),
    shift('south', 'south', { min: 1 }),
  ],
  assignments: [
    { employee: 'ada', shift: 'mon' },
    { employee: 'bob', shift: 'tue' },
  ],
  pins: [{ employee: 'bob', shift: 'tue' }],
}
const days = new Map([
  ['mon', '2027-03-01'],
  ['tue', '2027-03-02'],
  ['south', '2027-03-02'],
])
const whole = { siteIds: [], keepAssignments: false }

describe('scopeProblem', () => {
  test('the whole roster leaves the problem as it is', () => {
    expect(scopeProblem(problem, days, whole)).toBe(problem)
  })

  test('days outside the scope keep exactly their people, and their gaps do not count', () => {
    const scoped = scopeProblem(problem, days, { ...whole, fromDay: '2027-03-02' })
    expect(scoped.shifts[0]).toEqual({
      id: 'mon',
      site: 'north',
      start: '2027-03-01T06:00Z',
      end: '2027-03-01T14:00Z',
      heads: { min: 1, max: 1 },
    })
    expect(scoped.shifts[1]).toBe(problem.shifts[1])
    expect(scoped.pins).toEqual(problem.assignments)
  })

  test('sites outside the scope are frozen, also when they are empty', () => {
    const scoped = scopeProblem(problem, days, { ...whole, siteIds: ['north'], toDay: '2027-03-06' })
    expect(scoped.shifts[2]?.heads).toEqual({ min: 0, max: 0 })
    expect(scoped.pins).toEqual(problem.pins)
  })

  test('keeping assignments pins every one of them and opens nothing', () => {
    const scoped = scopeProblem(problem, days, { ...whole, keepAssignments: true })
    expect(scoped.pins).toEqual(problem.assignments)
    expect(scoped.shifts).toEqual(problem.shifts)
  })
})
