import type { Assignment, Problem, Shift } from '../model/problem.ts'
import type { Note } from './validate-problem.ts'

/** What bans, pairs, wishes of shifts, holidays, ways, demand curves, budgets and the published roster refer to. */
export function checkExtras(problem: Problem, note: Note): void {
  const known: Known = {
    employee: new Set(problem.employees.map(({ id }) => id)),
    shift: new Set(problem.shifts.map(({ id }) => id)),
    site: new Set(problem.sites.map(({ id }) => id)),
    skill: new Set(problem.skills.map(({ id }) => id)),
    type: new Set(problem.shiftTypes.map(({ id }) => id)),
  }
  const refer = (kind: keyof Known, id: string | undefined, path: string) => {
    if (id !== undefined && !known[kind].has(id)) note(path, `names no ${kind}: "${id}"`)
  }
  const referAll = (ids: readonly string[] | undefined, path: string) => {
    ids?.forEach((id, index) => {
      refer('employee', id, `${path}[${index}]`)
    })
  }
  problem.sites.forEach((site, index) => {
    referAll(site.prohibited, `sites[${index}].prohibited`)
  })
  problem.shifts.forEach((shift, index) => {
    const at = `shifts[${index}]`
    for (const list of ['prohibited', 'preferredEmployees', 'unpreferredEmployees'] as const)
      referAll(shift[list], `${at}.${list}`)
    shift.preferredSkills?.forEach((need, position) => {
      refer('skill', need.skill, `${at}.preferredSkills[${position}].skill`)
    })
    checkOptional(shift, at, note)
  })
  problem.employees.forEach((employee, index) => {
    const at = `employees[${index}]`
    for (const list of ['notWith', 'onlyWith'] as const) {
      referAll(employee[list], `${at}.${list}`)
      if (employee[list]?.includes(employee.id)) note(`${at}.${list}`, `names "${employee.id}" itself`)
    }
    employee.history?.fairCarried?.kinds?.forEach((kind, position) => {
      const path = `${at}.history.fairCarried.kinds[${position}]`
      if (kind.type === undefined && kind.tag === undefined) note(path, 'must name a type or a tag')
      refer('type', kind.type, `${path}.type`)
    })
  })
  problem.holidays?.forEach(({ site }, index) => {
    refer('site', site, `holidays[${index}].site`)
  })
  for (const list of ['distances', 'travelTimes'] as const)
    problem[list]?.forEach((way, index) => {
      refer('site', way.from, `${list}[${index}].from`)
      refer('site', way.to, `${list}[${index}].to`)
    })
  problem.demand?.forEach((curve, index) => {
    refer('site', curve.site, `demand[${index}].site`)
    refer('skill', curve.skill?.skill, `demand[${index}].skill.skill`)
  })
  problem.budgets?.forEach((budget, index) => {
    refer('site', budget.site, `budgets[${index}].site`)
    if (budget.from !== undefined && budget.until !== undefined && budget.until < budget.from)
      note(`budgets[${index}].until`, `is before from, ${budget.from}`)
  })
  checkPublished(problem.published?.assignments ?? [], refer, note)
}

interface Known {
  employee: ReadonlySet<string>
  shift: ReadonlySet<string>
  site: ReadonlySet<string>
  skill: ReadonlySet<string>
  type: ReadonlySet<string>
}

function checkOptional(shift: Shift, at: string, note: Note): void {
  if (shift.optional !== true) return
  if (shift.heads.min > 0)
    note(`${at}.heads.min`, 'must be 0: an optional shift may stay empty; say in target how many it takes')
  if ((shift.heads.target ?? 0) < 1)
    note(`${at}.heads.target`, 'must be at least 1: it says how many an optional shift takes')
}

function checkPublished(
  assignments: readonly Assignment[],
  refer: (kind: 'employee' | 'shift', id: string, path: string) => void,
  note: Note,
): void {
  const seen = new Set<string>()
  assignments.forEach((assignment, index) => {
    const at = `published.assignments[${index}]`
    refer('employee', assignment.employee, `${at}.employee`)
    refer('shift', assignment.shift, `${at}.shift`)
    const key = JSON.stringify([assignment.employee, assignment.shift])
    if (seen.has(key)) note(at, 'repeats an assignment')
    seen.add(key)
  })
}
