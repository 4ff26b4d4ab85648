// What fairness remembers: who worked more or less than a fair share in the five weeks before the period. Pure.
import { historyDays, pastWork } from './build-history.ts'
import { addDays, daysBetween, earlierOf, laterOf, localDaysOf } from './local-time.ts'
import type { EmployeeRow, PlanningRows } from './planning-rows.ts'

/** Share of a job times days present in the window: who was employed for half of it, or away, owes half of the work. */
const weightOf = (employee: EmployeeRow, rows: PlanningRows): number => {
  const { roster } = rows
  const first = laterOf(addDays(roster.start, -historyDays), employee.hiredOn)
  const last = earlierOf(addDays(roster.start, -1), employee.terminatedOn)
  const away = new Set(
    rows.timeOff
      .filter((row) => row.employeeId === employee.id)
      .flatMap((row) => localDaysOf(row.startsAt, row.endsAt, roster.zone))
      .filter((day) => day >= first && day <= last),
  )
  const present = Math.max(0, daysBetween(first, last) + 1 - away.size)
  const held = employee.contracts.find(
    ({ validFrom, validUntil }) => validFrom <= last && (validUntil === null || validUntil >= last),
  )
  return present * (held?.sharePercent ?? 100)
}

/** Minutes above (positive) or below a fair share of the past work, by employee; empty when nobody worked before. */
export const fairMinutesCarried = (employees: readonly EmployeeRow[], rows: PlanningRows): Map<string, number> => {
  const people = employees.map((employee) => ({
    id: employee.id,
    weight: weightOf(employee, rows),
    worked: pastWork(employee, rows).reduce((sum, row) => sum + row.paidMinutes, 0),
  }))
  const worked = people.reduce((sum, person) => sum + person.worked, 0)
  const weights = people.reduce((sum, person) => sum + person.weight, 0)
  if (worked === 0 || weights === 0) return new Map()
  return new Map(people.map((person) => [person.id, Math.round(person.worked - (worked * person.weight) / weights)]))
}
