// Who could work which kind of shift: what decides how people and shifts of a large problem belong together. Dates of skills
// are left out, they only make somebody less useful.
import { frameOf } from '../../model/frame.ts'
import type { Employee, Problem, SkillNeed } from '../../model/problem.ts'

/** Shifts of one site that ask for the same skills. */
export interface Pool {
  site: string
  shifts: number[]
  people: number[]
}

/** Every shift in one pool, in the order of the problem. */
export function poolsOf(problem: Problem): Pool[] {
  const pools = new Map<string, Pool>()
  problem.shifts.forEach((shift, index) => {
    const key = JSON.stringify([shift.site, shift.skills])
    const pool = pools.get(key) ?? { site: shift.site, shifts: [], people: [] }
    pools.set(key, pool)
    pool.shifts.push(index)
  })
  for (const pool of pools.values()) {
    const { skills, site } = problem.shifts[pool.shifts[0]!]!
    problem.employees.forEach((employee, person) => {
      if ((employee.sites?.includes(site) ?? true) && hasSkills(employee, skills)) pool.people.push(person)
    })
  }
  return [...pools.values()]
}

/** Paid minutes times heads wanted. */
export function demandOf(problem: Problem, shifts: readonly number[]): number {
  const { paidMinutes } = frameOf(problem)
  return shifts.reduce((sum, shift) => {
    const { target, min } = problem.shifts[shift]!.heads
    return sum + paidMinutes[shift]! * (target ?? min)
  }, 0)
}

function hasSkills(employee: Employee, skills: Problem['shifts'][number]['skills']): boolean {
  const has = (need: SkillNeed) =>
    (employee.skills ?? []).some((held) => held.skill === need.skill && (held.level ?? 1) >= (need.levelMin ?? 1))
  const anyOf = skills?.anyOf ?? []
  return (skills?.allOf ?? []).every(has) && (anyOf.length === 0 || anyOf.some(has))
}
