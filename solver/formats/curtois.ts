// The Curtois/Qu shift-scheduling benchmark as a problem, and a roster of it as the benchmark's JSON.
import type { Contract, Employee, Problem, Request, Roster, RuleSetting, Shift } from '../model/problem.ts'
import { type CurtoisEmployee, type CurtoisInstance, type CurtoisRequest, parseCurtoisText } from './curtois-text.ts'
import type { Reading } from './reading.ts'

/** Day 0 of an instance: any Monday serves, the files name no date. */
const firstMonday = '2024-01-01'
const dayMs = 86_400_000

/** `minutes` past the day's midnight, in UTC. */
const instantOf = (day: number, minutes: number) =>
  `${new Date(Date.parse(firstMonday) + day * dayMs + minutes * 60_000).toISOString().slice(0, 16)}Z`

/** The id that a shift type has on a day: unique as long as the types are. */
const shiftIdOf = (day: number, type: string) => `${day}-${type}`

/**
 * Reads an instance. Every (day, type) becomes a shift without a minimum of heads: missing and surplus heads are priced
 * one by one by the instance's weights, so the total of a roster's soft penalties is the instance's cost.
 */
export function readCurtois(text: string, name = 'curtois'): Reading {
  const { instance, errors } = parseCurtoisText(text)
  if (errors.length > 0) return { kind: 'unusable', errors }
  const contracts = new Map<string, Contract>()
  const employees = [...instance.employees.values()].map((person) => employeeOf(instance, person, contracts))
  const problem: Problem = {
    format: 'muster-problem/1',
    name,
    period: { start: firstMonday, days: instance.days, weekStart: 1, zone: 'UTC' },
    sites: [{ id: 'site', name: 'Site', zone: 'UTC' }],
    skills: [],
    shiftTypes: [...instance.shifts.keys()].map((id) => ({ id, name: id })),
    contracts: [...contracts.values()],
    employees,
    shifts: shiftsOf(instance),
    rules: [
      { rule: 'no-overlap' },
      { rule: 'max-shifts-per-day', params: { shifts: 1 } },
      { rule: 'succession', params: { forbidden: successionsOf(instance) } },
      { rule: 'unavailable' },
      { rule: 'target-cover' },
      { rule: 'over-cover' },
      { rule: 'request-on' },
      { rule: 'request-off' },
    ],
  }
  return { kind: 'read', problem }
}

function successionsOf(instance: CurtoisInstance): [string, string][] {
  return [...instance.shifts.values()].flatMap((shift) =>
    shift.forbiddenNext.map((next): [string, string] => [shift.id, next]),
  )
}

function shiftsOf(instance: CurtoisInstance): Shift[] {
  const shifts: Shift[] = []
  for (let day = 0; day < instance.days; day++)
    for (const { id: type, lengthMin } of instance.shifts.values()) {
      const cover = instance.cover.get(`${day}-${type}`)
      shifts.push({
        id: shiftIdOf(day, type),
        site: 'site',
        type,
        start: instantOf(day, 0),
        end: instantOf(day, lengthMin),
        paidMinutes: lengthMin,
        heads: cover ? { min: 0, target: cover.heads } : { min: 0 },
        underWeight: cover?.underWeight ?? 0,
        overWeight: cover?.overWeight ?? 0,
      })
    }
  return shifts
}

function employeeOf(instance: CurtoisInstance, person: CurtoisEmployee, contracts: Map<string, Contract>): Employee {
  const rules = contractRules(instance, person)
  const key = JSON.stringify(rules)
  const contract = contracts.get(key) ?? { id: `c${contracts.size + 1}`, name: `Contract ${contracts.size + 1}`, rules }
  contracts.set(key, contract)
  const requests = [...requestsOf('on', instance.on, person.id), ...requestsOf('off', instance.off, person.id)]
  return {
    id: person.id,
    name: person.id,
    contracts: [{ contract: contract.id }],
    unavailable: [...new Set(person.daysOff)]
      .sort((a, b) => a - b)
      .map((day) => ({ kind: 'time-off', start: instantOf(day, 0), end: instantOf(day + 1, 0) })),
    requests,
  }
}

/** A request of weight 0 costs nothing either way and is left out. */
function requestsOf(kind: 'on' | 'off', list: readonly CurtoisRequest[], employee: string): Request[] {
  return list
    .filter((request) => request.employee === employee && request.weight > 0)
    .map(({ day, shift, weight }) => ({ kind, weight, shift: shiftIdOf(day, shift) }))
}

/** Limits that no roster of the instance can break say nothing and are left out. */
function contractRules(instance: CurtoisInstance, person: CurtoisEmployee): RuleSetting[] {
  const limits = [...person.maxByType]
    .filter(([, max]) => max < instance.days)
    .map(([type, max]) => ({ type, period: 'roster', max }))
  const days = (rule: string, count: number, isLimit: boolean) => (isLimit ? [{ rule, params: { days: count } }] : [])
  return [
    { rule: 'max-minutes', params: { period: 'roster', minutes: person.totalMinutesMax } },
    { rule: 'min-minutes', params: { period: 'roster', minutes: person.totalMinutesMin } },
    ...days('max-consecutive-days', person.consecutiveShiftsMax, person.consecutiveShiftsMax < instance.days),
    ...days('min-consecutive-days', person.consecutiveShiftsMin, person.consecutiveShiftsMin > 1),
    ...days('min-consecutive-days-off', person.consecutiveDaysOffMin, person.consecutiveDaysOffMin > 1),
    ...(person.weekendsMax < Math.floor(instance.days / 7)
      ? [{ rule: 'max-weekends', params: { weekends: person.weekendsMax } }]
      : []),
    ...(limits.length > 0 ? [{ rule: 'max-shifts-of-type', params: { limits } }] : []),
  ]
}

/** A roster as the benchmark wants it. `cost` is the roster's total soft penalty. Throws for a shift the problem lacks. */
export function writeCurtois(problem: Problem, roster: Roster, cost: number): CurtoisRoster {
  const shifts = new Map(problem.shifts.map((shift) => [shift.id, shift]))
  const start = Date.parse(problem.period.start)
  const assignments = roster.assignments.map(({ employee, shift: id }) => {
    const shift = shifts.get(id)
    if (!shift) throw new Error(`The roster names shift "${id}", which the problem does not have.`)
    return { employee, day: Math.floor((Date.parse(shift.start) - start) / dayMs), shift: shift.type ?? '' }
  })
  assignments.sort((a, b) => a.day - b.day || (a.employee < b.employee ? -1 : a.employee > b.employee ? 1 : 0))
  return { cost, assignments }
}

/** Days are 0-based. */
export interface CurtoisRoster {
  cost: number
  assignments: { employee: string; day: number; shift: string }[]
}
