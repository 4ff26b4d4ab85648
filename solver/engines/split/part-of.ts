import type { Assignment, Employee, Problem, Shift } from '../../model/problem.ts'
import { demandOf } from './can-work.ts'

export interface Part {
  shifts: readonly number[]
  people: readonly number[]
  /** Sites whose demand curves count here; each counts in one part. */
  curves: ReadonlySet<string>
}

/** The problem of some people and some shifts: whoever and whatever else it names is left out, so that it is valid by itself. */
export function partOf(problem: Problem, { shifts, people, curves }: Part, index: number): Problem {
  const employees = new Set(people.map((person) => problem.employees[person]!.id))
  const work = new Set(shifts.map((shift) => problem.shifts[shift]!.id))
  const known = (ids: readonly string[] | undefined) => ids?.filter((id) => employees.has(id))
  const inside = (list: readonly Assignment[] | undefined) =>
    list?.filter(({ employee, shift }) => employees.has(employee) && work.has(shift))
  const { assignments, pins, published, demand, budgets, ...rest } = problem
  const optional = {
    ...(assignments && { assignments: inside(assignments)! }),
    ...(pins && { pins: inside(pins)! }),
    ...(published && { published: { ...published, assignments: inside(published.assignments)! } }),
    ...(demand && { demand: demand.filter(({ site }) => curves.has(site)) }),
    ...(budgets && {
      budgets: budgets.map((budget) => {
        const paid = problem.shifts.flatMap((shift, item) => ((budget.site ?? shift.site) === shift.site ? [item] : []))
        const own = shifts.filter(
          (shift) => (budget.site ?? problem.shifts[shift]!.site) === problem.shifts[shift]!.site,
        )
        const share = demandOf(problem, own) / Math.max(1, demandOf(problem, paid))
        return { ...budget, minor: Math.round(budget.minor * share) }
      }),
    }),
  }
  return {
    ...rest,
    name: `${problem.name} (part ${index + 1})`,
    sites: problem.sites.map((site) => ({ ...site, ...(site.prohibited && { prohibited: known(site.prohibited)! }) })),
    employees: people.map((person) => personIn(problem.employees[person]!, work, known)),
    shifts: shifts.map((shift) => shiftIn(problem.shifts[shift]!, known)),
    ...optional,
  }
}

type Known = (ids: readonly string[] | undefined) => string[] | undefined

function personIn(employee: Employee, work: ReadonlySet<string>, known: Known): Employee {
  const { onlyWith, notWith, requests, ...rest } = employee
  return {
    ...rest,
    ...(notWith && { notWith: known(notWith)! }),
    ...(onlyWith && { onlyWith: known(onlyWith)! }),
    ...(requests && { requests: requests.filter(({ shift }) => shift === undefined || work.has(shift)) }),
  }
}

function shiftIn(shift: Shift, known: Known): Shift {
  const lists = ['prohibited', 'preferredEmployees', 'unpreferredEmployees'] as const
  return {
    ...shift,
    ...Object.fromEntries(lists.flatMap((list) => (shift[list] ? [[list, known(shift[list])]] : []))),
  }
}
