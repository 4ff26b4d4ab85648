// The guards benchmark as a problem, and a roster of it as the benchmark's JSON.
import type { Contract, Employee, HeldSkill, Problem, Roster, RuleSetting, Shift, SkillNeed } from '../model/problem.ts'
import { checkGuards, type Guard, type GuardShift, type GuardsProblem, gradesAscending } from './guards-text.ts'
import { parseJsonSource } from './json-source.ts'
import type { Reading } from './reading.ts'
import { addDays, daysBetween, instantAt } from './zoned.ts'

const armed = 'armed'
const grade = 'grade'
const certificate = 'certificate'
const firearmSkill = (firearm: string) => `firearm:${firearm}`

/** Local times between which the benchmark counts a start as a night and pays the night premium. */
const night = { from: '18:00', to: '06:00' }

/**
 * Reads a guards problem. Roles, grades (as levels of one skill), firearms and certificates (dated) become skills, each
 * head is a minimum, so medium is the number of uncovered heads; soft is pay plus fairness in cents.
 */
export function readGuards(text: string): Reading {
  const source = parseJsonSource(text)
  if (source.kind === 'unusable') return source
  const { problem: guards, issues } = checkGuards(source.value)
  if (!guards)
    return { kind: 'unusable', errors: issues.map(({ path, reason }) => ({ line: source.lineOf(path), reason })) }
  return { kind: 'read', problem: problemOf(guards) }
}

function problemOf(guards: GuardsProblem): Problem {
  const days = guards.shifts.map((shift) => shift.start.slice(0, 10)).sort()
  const first = days[0] ?? '2024-01-01'
  const contracts = new Map<number, Contract>()
  const firearms = new Set([
    ...guards.employees.flatMap((guard) => guard.firearms),
    ...guards.shifts.flatMap((shift) => shift.firearm ?? []),
  ])
  return {
    format: 'muster-problem/1',
    name: guards.name,
    period: { start: first, days: daysBetween(first, days.at(-1) ?? first) + 1, weekStart: 1, zone: guards.timeZone },
    sites: [...new Set(guards.shifts.map((shift) => shift.site))].map((id) => ({
      id,
      name: id,
      zone: guards.timeZone,
    })),
    skills: [
      { id: armed, name: 'Armed' },
      { id: grade, name: 'Grade' },
      { id: certificate, name: 'Certificate' },
      ...[...firearms].map((firearm) => ({ id: firearmSkill(firearm), name: `Firearm: ${firearm}` })),
    ],
    shiftTypes: [
      { id: 'day', name: 'Day', tags: ['day'] },
      { id: 'night', name: 'Night', tags: ['night'] },
    ],
    employees: guards.employees.map((guard) => employeeOf(guard, guards.timeZone, contracts)),
    contracts: [...contracts.values()],
    shifts: guards.shifts.map((shift) => shiftOf(shift, guards.timeZone)),
    rules: rulesOf(guards),
  }
}

function rulesOf(guards: GuardsProblem): RuleSetting[] {
  const daysInSeven = { counts: 'days', period: 'rolling', days: 7, max: guards.daysInAnySevenMax }
  return [
    { rule: 'required-skill' },
    { rule: 'no-overlap' },
    { rule: 'unavailable' },
    { rule: 'min-rest', params: { minutes: guards.restMinutesMin } },
    { rule: 'max-shifts-of-type', params: { limits: [daysInSeven] } },
    {
      rule: 'max-consecutive-nights',
      params: { nights: guards.nightsInARowMax, ...night },
    },
    { rule: 'max-head-count' },
    { rule: 'min-cover' },
    // Surplus heads break a hard rule here and cost nothing besides.
    { rule: 'over-cover', level: 'off' },
    {
      rule: 'labour-cost',
      params: {
        sundayPercent: guards.sundayPercent,
        nightMinorPerHour: guards.nightCentsPerHour,
        nightFrom: night.from,
        nightTo: night.to,
      },
    },
    ...(guards.fairnessCentsPerMinute > 0
      ? [{ rule: 'fair-minutes', weight: guards.fairnessCentsPerMinute, params: { measure: 'spread' } }]
      : []),
  ]
}

function employeeOf(guard: Guard, zone: string, contracts: Map<number, Contract>): Employee {
  const minutes = guard.weekMinutesMax
  const contract = contracts.get(minutes) ?? {
    id: `week-${minutes}`,
    name: `At most ${minutes} minutes a week`,
    rules: [{ rule: 'max-minutes', params: { period: 'week', minutes } }],
  }
  contracts.set(minutes, contract)
  const skills: HeldSkill[] = [
    { skill: grade, level: gradesAscending.indexOf(guard.grade) + 1 },
    { skill: certificate, until: guard.certifiedUntil },
    ...(guard.role === 'unarmed' ? [] : [{ skill: armed }]),
    ...[...new Set(guard.firearms)].map((firearm) => ({ skill: firearmSkill(firearm) })),
  ]
  return {
    id: guard.id,
    name: guard.id,
    skills,
    contracts: [{ contract: contract.id }],
    rateMinor: guard.rateCents,
    unavailable: [...new Set(guard.unavailable)].sort().map((day) => ({
      kind: 'unavailable',
      start: instantAt(day, zone),
      end: instantAt(addDays(day, 1), zone),
    })),
  }
}

function shiftOf(shift: GuardShift, zone: string): Shift {
  const hour = Number(shift.start.slice(11, 13))
  const allOf: SkillNeed[] = [
    { skill: certificate },
    { skill: grade, levelMin: gradesAscending.indexOf(shift.gradeMin) + 1 },
    ...(shift.role === 'armed' ? [{ skill: armed }] : []),
    ...(shift.firearm === null ? [] : [{ skill: firearmSkill(shift.firearm) }]),
  ]
  return {
    id: shift.id,
    site: shift.site,
    type: hour >= 18 || hour < 6 ? 'night' : 'day',
    start: instantAt(shift.start, zone),
    end: instantAt(shift.end, zone),
    paidMinutes: shift.paidMinutes,
    heads: { min: shift.heads, max: shift.heads },
    skills: { allOf },
  }
}

/** A roster as the benchmark wants it, by shift and then employee. */
export function writeGuards(roster: Roster): GuardsRoster {
  const assignments = roster.assignments.map(({ employee, shift }) => ({ employee, shift }))
  const text = (a: { employee: string; shift: string }) => `${a.shift} ${a.employee}`
  assignments.sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0))
  return { assignments }
}

export interface GuardsRoster {
  assignments: { employee: string; shift: string }[]
}
