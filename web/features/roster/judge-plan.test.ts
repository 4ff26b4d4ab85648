import { expect, test } from 'vitest'
import * as engine from '../../../solver/index.ts'
import type { Problem, RuleSetting } from '../../../solver/model/problem.ts'
import type { RosterGrid } from '../../api/types.ts'
import type { RosterDiff } from '../../store/roster-diff.ts'
import { judgePlan } from './judge-plan.ts'
import { smallRoster } from './roster-testkit.ts'

const nightEnd = (day: string): string => new Date(Date.parse(`${day}T06:00:00Z`) + 86_400_000).toISOString()
const real = (): RosterGrid => {
  const grid = smallRoster()
  const shifts = grid.shifts.map((shift) =>
    shift.shiftTypeId === 'night' ? { ...shift, end: nightEnd(shift.day) } : shift,
  )
  return { ...grid, shifts }
}
const problemOf = (grid: RosterGrid, rules: RuleSetting[]): Problem => ({
  format: 'muster-problem/1',
  name: 'March',
  period: { start: grid.roster.start, days: 3, weekStart: 1, zone: 'Europe/Berlin' },
  sites: [{ id: 'site', name: 'Main', zone: 'Europe/Berlin' }],
  skills: [],
  shiftTypes: grid.shiftTypes.map(({ id, name }) => ({ id, name })),
  contracts: [],
  employees: grid.employees.map(({ id, name }) => ({ id, name, skills: [] })),
  shifts: grid.shifts.map(({ id, start, end, paidMinutes, headsMin }) => ({
    id,
    site: 'site',
    start,
    end,
    paidMinutes,
    heads: { min: headsMin },
  })),
  rules,
})
const rest: RuleSetting = { rule: 'min-rest', params: { minutes: 660 } }
const give = (employeeId: string, shiftId: string): RosterDiff => ({
  id: 'x',
  label: '',
  added: [{ employeeId, shiftId }],
  removed: [],
})
const longer = (grid: RosterGrid, shiftId: string, end: string): RosterDiff => {
  const shift = grid.shifts.find(({ id }) => id === shiftId)
  if (!shift) throw new Error(`There is no ${shiftId}.`)
  const from = { start: shift.start, end: shift.end }
  return { id: 'x', label: '', added: [], removed: [], resized: [{ shiftId, from, to: { ...from, end } }] }
}

test('an edit that breaks a hard rule stops, with the rule and the person', () => {
  const grid = real()
  const verdict = judgePlan(engine, problemOf(grid, [rest]), grid, give('ben', 'e2'))
  expect(verdict).toMatchObject({ kind: 'stops', breaches: [{ rule: 'min-rest', employees: ['ben'] }] })
})

test('the same rule at level medium asks for a reason, and who is free simply fits', () => {
  const grid = real()
  const base = problemOf(grid, [{ ...rest, level: 'medium' }])
  expect(judgePlan(engine, base, grid, give('ben', 'e2'))?.kind).toBe('warns')
  expect(judgePlan(engine, base, grid, give('cy', 'e2'))).toEqual({ kind: 'fine', breaches: [] })
})

test('a shift that is pulled into the rest of whoever works the next one stops', () => {
  const grid = real()
  const busy = {
    ...grid,
    assignments: [...grid.assignments, { id: 'a3', shiftId: 'e2', employeeId: 'ana', pinned: false }],
  }
  const base = problemOf(busy, [rest])
  expect(judgePlan(engine, base, busy, longer(busy, 'e1', '2027-03-01T19:30:00.000Z'))?.kind).toBe('fine')
  const late = judgePlan(engine, base, busy, longer(busy, 'e1', '2027-03-01T21:00:00.000Z'))
  expect(late).toMatchObject({ kind: 'stops', breaches: [{ rule: 'min-rest', employees: ['ana'] }] })
})

test('judges by the times the page shows, also where the problem is older', () => {
  const grid = real()
  const base = problemOf(grid, [rest])
  const shifts = grid.shifts.map((shift) =>
    shift.id === 'e2' ? { ...shift, start: '2027-03-02T18:00:00Z', end: '2027-03-02T20:00:00Z' } : shift,
  )
  expect(judgePlan(engine, base, { ...grid, shifts }, give('ben', 'e2'))?.kind).toBe('fine')
})

test('says nothing where the page knows somebody the problem does not', () => {
  const grid = real()
  const base = problemOf(grid, [rest])
  const without = { ...base, employees: base.employees.filter(({ id }) => id !== 'ana') }
  expect(judgePlan(engine, without, grid, give('cy', 'e2'))).toBeNull()
})
