import { describe, expect, it } from 'vitest'
import type { Problem } from '../model/problem.ts'
import { validateProblem } from './validate-problem.ts'

const sound: Problem = {
  format: 'muster-problem/1',
  name: 'Sound',
  period: { start: '2027-03-01', days: 7, zone: 'Europe/Berlin' },
  sites: [{ id: 'a', name: 'A', zone: 'Europe/Berlin' }],
  skills: [],
  shiftTypes: [],
  contracts: [],
  employees: [{ id: 'e', name: 'E' }],
  shifts: [{ id: 's', site: 'a', start: '2027-03-01T08:00Z', end: '2027-03-01T16:00Z', heads: { min: 0, target: 1 } }],
  rules: [],
}
const pathsOf = (change: object) => validateProblem({ ...sound, ...change }).map(({ path }) => path)
const { employees, shifts, sites } = sound

describe('optional data of a problem', () => {
  it('names every place that refers to nobody or nothing, all at once', () => {
    expect(
      pathsOf({
        sites: [{ ...sites[0], prohibited: ['nobody'] }],
        employees: [{ ...employees[0], notWith: ['nobody'], onlyWith: ['nobody'] }],
        shifts: [{ ...shifts[0], prohibited: ['x'], preferredEmployees: ['x'], preferredSkills: [{ skill: 'x' }] }],
        holidays: [{ day: '2027-03-01', site: 'x' }],
        distances: [{ from: 'a', to: 'x', metres: 1 }],
        demand: [{ site: 'x', start: '2027-03-01T08:00Z', intervalMinutes: 30, heads: [1] }],
        budgets: [{ site: 'x', minor: 1 }],
        published: { at: '2027-02-01T08:00Z', assignments: [{ employee: 'x', shift: 's' }] },
      }),
    ).toEqual([
      'sites[0].prohibited[0]',
      'shifts[0].prohibited[0]',
      'shifts[0].preferredEmployees[0]',
      'shifts[0].preferredSkills[0].skill',
      'employees[0].notWith[0]',
      'employees[0].onlyWith[0]',
      'holidays[0].site',
      'distances[0].to',
      'demand[0].site',
      'budgets[0].site',
      'published.assignments[0].employee',
    ])
  })

  it('refuses people tied to themselves, budgets that end before they begin, and a twice published assignment', () => {
    const twice = { employee: 'e', shift: 's' }
    expect(pathsOf({ employees: [{ ...employees[0], notWith: ['e'] }] })).toEqual(['employees[0].notWith'])
    expect(pathsOf({ employees: [{ ...employees[0], onlyWith: [] }] })).toEqual(['employees[0].onlyWith'])
    expect(pathsOf({ budgets: [{ from: '2027-03-05', until: '2027-03-04', minor: 1 }] })).toEqual(['budgets[0].until'])
    expect(pathsOf({ published: { at: '2027-02-01T08:00Z', assignments: [twice, twice] } })).toEqual([
      'published.assignments[1]',
    ])
  })

  it('wants to know how many an optional shift takes, and that it may stay empty', () => {
    expect(pathsOf({ shifts: [{ ...shifts[0], optional: true }] })).toEqual([])
    expect(pathsOf({ shifts: [{ ...shifts[0], optional: true, heads: { min: 1 } }] })).toEqual([
      'shifts[0].heads.min',
      'shifts[0].heads.target',
    ])
  })

  it('refuses places off the globe and intervals of no kind', () => {
    expect(pathsOf({ sites: [{ ...sites[0], position: { latitude: 91, longitude: 0 } }] })).toEqual([
      'sites[0].position.latitude',
    ])
    expect(pathsOf({ demand: [{ site: 'a', start: '2027-03-01T08:00Z', intervalMinutes: 20, heads: [1] }] })).toEqual([
      'demand[0].intervalMinutes',
    ])
  })
})
