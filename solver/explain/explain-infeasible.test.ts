import { describe, expect, it } from 'vitest'
import { validateProblem } from '../judge/validate-problem.ts'
import type { Conflict } from '../model/outcome.ts'
import type { Assignment, Employee, Problem, Shift } from '../model/problem.ts'
import { registry } from '../rules/registry.ts'
import { openOracle } from '../testkit/oracle.ts'
import { randomProblem } from '../testkit/random-problem.ts'
import { explainInfeasible } from './explain-infeasible.ts'

/** Conflicts that are held against every roster. */
const provenMin = process.env.CI ? 300 : 60

const everyHardRule = registry.filter(({ level }) => level === 'hard').map(({ id }) => id)

/** Most heads of the conflict's shifts that any roster fills which keeps the conflict's rules, by trying all with the oracle. */
function headsByTrying(problem: Problem, { rules, shifts }: Conflict): number {
  const pins = rules.includes('pinned') ? (problem.pins ?? []) : []
  const isPin = ({ employee, shift }: Assignment) =>
    pins.some((pin) => pin.employee === employee && pin.shift === shift)
  const free = problem.employees
    .flatMap((employee) => shifts.map((shift): Assignment => ({ employee: employee.id, shift })))
    .filter((pair) => !isPin(pair))
  const judge = openOracle(problem)
  let most = -1
  for (let chosen = 0; chosen < 2 ** free.length; chosen++) {
    const assignments = [...pins, ...free.filter((_, index) => chosen & (1 << index))]
    const { byRule } = judge({ assignments })
    if (rules.some((rule) => rule !== 'pinned' && (byRule.get(`${rule} hard`) ?? 0) > 0)) continue
    const heads = (id: string) => assignments.filter(({ shift }) => shift === id).length
    const filled = problem.shifts.map(({ id, heads: { min } }) => (shifts.includes(id) ? Math.min(min, heads(id)) : 0))
    most = Math.max(
      most,
      filled.reduce((sum, count) => sum + count, 0),
    )
  }
  return most
}

const shifted = ({ start, end }: Shift, days: number) => {
  const moved = (instant: string) => new Date(Date.parse(instant) + days * 86_400_000).toISOString()
  return { start: moved(start), end: moved(end) }
}

const shiftOn = (day: number, rest: Partial<Shift> = {}): Shift => ({
  id: `s${day}`,
  site: 'a',
  start: `2026-03-${String(2 + day).padStart(2, '0')}T08:00Z`,
  end: `2026-03-${String(2 + day).padStart(2, '0')}T16:00Z`,
  heads: { min: 1 },
  ...rest,
})

/** A week of armed shifts, three armed people and five others, at most two shifts a week. */
function guards(): Problem {
  const employee = (index: number): Employee => ({
    id: `e${index}`,
    name: `E${index}`,
    skills: index < 3 ? [{ skill: 'armed' }] : [],
  })
  const armed = { skills: { allOf: [{ skill: 'armed' }] } }
  const days = Array.from({ length: 7 }, (_, day) => day)
  return {
    format: 'muster-problem/1',
    name: 'guards',
    period: { start: '2026-03-02', days: 7, zone: 'UTC' },
    sites: [{ id: 'a', name: 'A', zone: 'UTC' }],
    skills: [{ id: 'armed', name: 'Armed' }],
    shiftTypes: [],
    contracts: [],
    employees: Array.from({ length: 8 }, (_, index) => employee(index)),
    shifts: [...days.map((day) => shiftOn(day, armed)), ...days.map((day) => shiftOn(day, { id: `open${day}` }))],
    rules: [
      { rule: 'max-minutes', params: { period: 'week', minutes: 1000 } },
      { rule: 'min-rest', params: { minutes: 660 } },
      { rule: 'max-consecutive-days', params: { days: 5 } },
    ],
  }
}

describe('explainInfeasible', () => {
  it('names the rules, the shifts and the people of a conflict, and what giving up each rule would leave', () => {
    const report = explainInfeasible(guards())
    if (report.kind !== 'conflict') throw new Error(report.kind)
    expect(report.conflicts[0]).toEqual({
      rules: ['required-skill', 'max-minutes'],
      shifts: ['s0', 's1', 's2', 's3', 's4', 's5', 's6'],
      isSmallest: true,
      people: ['e0', 'e1', 'e2'],
      skills: [{ skill: 'armed' }],
      headsNeeded: 7,
      headsMax: 6,
      family: { shifts: ['s0', 's1', 's2', 's3', 's4', 's5', 's6'], headsNeeded: 7, headsMax: 6 },
      relaxations: [
        { rule: 'required-skill', skill: null, missingHeadsLeft: 0 },
        { rule: 'required-skill', skill: 'armed', missingHeadsLeft: 0 },
        { rule: 'max-minutes', skill: null, missingHeadsLeft: 0 },
      ],
    })
    expect(report.missingHeadsMin).toBe(1)
  })

  it('proves each conflict: no roster at all that keeps the rules fills more of the shifts', () => {
    let proven = 0
    const kinds = new Set<string>()
    for (let seed = 1; proven < provenMin; seed++) {
      const problem = randomProblem(seed, { employeesMax: 3, daysMax: 5 })
      if (validateProblem(problem).length > 0) continue
      const report = explainInfeasible(problem, { roster: { assignments: problem.pins ?? [] } })
      if (report.kind !== 'conflict') continue
      for (const conflict of report.conflicts) {
        if (problem.employees.length * conflict.shifts.length > 10) continue
        if (conflict.rules.includes('pinned') && conflict.people.length === 1) continue
        expect(headsByTrying(problem, conflict), `seed ${seed}`).toBeLessThanOrEqual(conflict.headsMax)
        expect(conflict.headsMax).toBeLessThan(conflict.headsNeeded)
        for (const rule of conflict.rules) kinds.add(rule)
        proven++
      }
    }
    expect(kinds.size).toBeGreaterThan(5)
  }, 120_000)

  it('adds up what sets without a shift in common miss, and says how much each misses', () => {
    const week = guards()
    const later = week.shifts.map((shift) => ({ ...shift, id: `${shift.id}-later`, ...shifted(shift, 7) }))
    const report = explainInfeasible({
      ...week,
      period: { ...week.period, days: 14 },
      shifts: [...week.shifts, ...later],
    })
    if (report.kind !== 'conflict') throw new Error(report.kind)
    const inFirst = (id: string) => !id.endsWith('-later')
    expect(report.conflicts.map(({ family }) => [new Set(family.shifts.map(inFirst)).size, family.headsMax])).toEqual([
      [1, 6],
      [1, 6],
    ])
    expect(report.missingHeadsMin).toBe(2)
  })

  it('proves what a circle misses because a smaller one takes its people, after the smaller one by itself', () => {
    const problem = guards()
    const employees = problem.employees.slice(0, 5)
    const report = explainInfeasible({ ...problem, employees })
    if (report.kind !== 'conflict') throw new Error(report.kind)
    // Five people work ten of the fourteen shifts, three of them six of the seven armed ones.
    expect(report.missingHeadsMin).toBe(4)
    expect(report.conflicts.map(({ family, people }) => [family.headsNeeded, family.headsMax, people.length])).toEqual([
      [7, 6, 3],
      [14, 10, 5],
    ])
    expect(report.conflicts[1]!.relaxations).toContainEqual({ rule: 'max-minutes', skill: null, missingHeadsLeft: 0 })
  })

  it('proves with a rest that is too short, wherever in the window it could lie', () => {
    const problem = guards()
    const days = Array.from({ length: 9 }, (_, day) => day)
    const report = explainInfeasible({
      ...problem,
      period: { ...problem.period, days: 14 },
      employees: problem.employees.slice(0, 1),
      shifts: days.map((day) => shiftOn(day)),
      rules: [{ rule: 'weekly-rest', params: { minutes: 2160 } }],
    })
    if (report.kind !== 'conflict') throw new Error(report.kind)
    expect(report.conflicts[0]).toMatchObject({ rules: ['weekly-rest'], isSmallest: true })
    expect(report.missingHeadsMin).toBe(1)
  })

  it('never claims more missing heads than the fullest roster leaves', () => {
    let proven = 0
    for (let seed = 1; proven < provenMin / 5; seed++) {
      const problem = randomProblem(seed, { employeesMax: 3, daysMax: 4 })
      if (problem.employees.length * problem.shifts.length > 7 || validateProblem(problem).length > 0) continue
      const report = explainInfeasible(problem, { roster: { assignments: problem.pins ?? [] } })
      if (report.kind !== 'conflict' || report.conflicts.some(({ rules }) => rules.includes('pinned'))) continue
      const whole = { ...report.conflicts[0]!, rules: everyHardRule, shifts: problem.shifts.map(({ id }) => id) }
      const needed = problem.shifts.reduce((sum, { heads }) => sum + heads.min, 0)
      expect(report.missingHeadsMin, `seed ${seed}`).toBeLessThanOrEqual(needed - headsByTrying(problem, whole))
      proven++
    }
  }, 120_000)

  it('names pins that a rule forbids, and only those', () => {
    const problem = guards()
    const pins = [0, 2, 5].map((day) => ({ employee: 'e0', shift: `s${day}` }))
    const report = explainInfeasible({ ...problem, pins: [...pins, { employee: 'e4', shift: 'open1' }] })
    if (report.kind !== 'conflict') throw new Error(report.kind)
    expect(report.conflicts).toHaveLength(1)
    expect(report.conflicts[0]).toMatchObject({
      rules: ['pinned', 'max-minutes'],
      shifts: ['s0', 's2', 's5'],
      people: ['e0'],
      isSmallest: true,
    })
  })

  it('finds people who cannot be together on a shift', () => {
    const problem = guards()
    const employees = problem.employees.slice(0, 2).map((employee) => ({ ...employee, notWith: ['e0', 'e1'] }))
    const shifts = [shiftOn(0, { heads: { min: 2 } })]
    const report = explainInfeasible({ ...problem, employees: employees.map(apart), shifts, rules: [] })
    if (report.kind !== 'conflict') throw new Error(report.kind)
    expect(report.conflicts[0]).toMatchObject({ rules: ['not-together'], shifts: ['s0'], headsNeeded: 2, headsMax: 1 })
  })

  it('answers the roster when everything can be kept, and says so when nothing could be proven', () => {
    const problem = guards()
    const eased = { ...problem, rules: [] }
    const report = explainInfeasible(eased)
    expect(report.kind).toBe('feasible')
    expect(explainInfeasible(problem, { evaluationsMax: 0 })).toEqual({ kind: 'unknown' })
  })

  it('gives the same answer every time', () => {
    expect(explainInfeasible(guards())).toEqual(explainInfeasible(structuredClone(guards())))
  })
})

/** Nobody is kept apart from themselves. */
function apart(employee: Employee): Employee {
  return { ...employee, notWith: (employee.notWith ?? []).filter((id) => id !== employee.id) }
}
