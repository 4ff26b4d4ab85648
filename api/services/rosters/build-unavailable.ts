// When a person cannot work: availability, approved time off, days outside employment, work in other rosters.
import type { RuleSetting, Unavailability } from '../../../solver/model/problem.ts'
import { addDays, laterOf, startOfDay, toInstant, toInstantUp } from './local-time.ts'
import { type EmployeeRow, marginDays, type PlanningRows } from './planning-rows.ts'

/** The rest a person needs next to work elsewhere: the largest `min-rest` of the organisation and of the contracts held. */
const restMinutes = (employee: EmployeeRow, rows: PlanningRows): number => {
  const held = new Set(employee.contracts.map((contract) => contract.contractId))
  const settings: readonly RuleSetting[] = [
    ...rows.organisation.rules,
    ...rows.contracts.filter((contract) => held.has(contract.id)).flatMap((contract) => contract.rules),
  ]
  return settings
    .filter((setting) => setting.rule === 'min-rest' && setting.level !== 'off')
    .map((setting) => setting.params?.minutes)
    .reduce<number>((most, minutes) => (typeof minutes === 'number' ? Math.max(most, minutes) : most), 0)
}

/** A time in which a person is away, for a reason of their own. */
export interface Absence {
  kind: Unavailability['kind'] | 'not-employed'
  start: Date
  end: Date
}

/** Days outside employment (next to the period only), unavailable times and approved time off. Not ordered. */
export const absencesOf = (employee: EmployeeRow, rows: PlanningRows): Absence[] => {
  const { roster } = rows
  const absences: Absence[] = []
  if (employee.hiredOn !== null && employee.hiredOn > roster.start) {
    const start = startOfDay(addDays(roster.start, -marginDays), roster.zone)
    absences.push({ kind: 'not-employed', start, end: startOfDay(employee.hiredOn, roster.zone) })
  }
  const lastDay = addDays(roster.start, roster.days - 1)
  if (employee.terminatedOn !== null && employee.terminatedOn < lastDay) {
    const start = startOfDay(laterOf(addDays(employee.terminatedOn, 1), roster.start), roster.zone)
    absences.push({ kind: 'not-employed', start, end: startOfDay(addDays(lastDay, 1 + marginDays), roster.zone) })
  }
  for (const row of rows.availability) {
    if (row.employeeId !== employee.id || row.kind !== 'unavailable') continue
    absences.push({ kind: 'unavailable', start: row.startsAt, end: row.endsAt })
  }
  for (const row of rows.timeOff) {
    if (row.employeeId === employee.id) absences.push({ kind: 'time-off', start: row.startsAt, end: row.endsAt })
  }
  return absences
}

/**
 * Spans in which the person cannot be assigned, ordered by start. Work in another published roster that starts within the
 * period (or just after it) blocks its own time and the rest around it, since this roster's rules cannot see that work.
 * Days outside employment are time off for the engine, so that contracted minutes shrink with them.
 */
export const buildUnavailable = (employee: EmployeeRow, rows: PlanningRows): Unavailability[] => {
  const periodStart = startOfDay(rows.roster.start, rows.roster.zone)
  const restMs = restMinutes(employee, rows) * 60_000
  const elsewhere = rows.otherWork
    .filter((row) => row.employeeId === employee.id && !row.isDraft && row.startsAt.getTime() >= periodStart.getTime())
    .map((row): Absence => {
      const start = new Date(row.startsAt.getTime() - restMs)
      return { kind: 'unavailable', start, end: new Date(row.endsAt.getTime() + restMs) }
    })
  const fromMs = startOfDay(addDays(rows.roster.start, -marginDays), rows.roster.zone).getTime()
  return [...absencesOf(employee, rows), ...elsewhere]
    .filter((span) => span.end.getTime() > fromMs)
    .sort((a, b) => a.start.getTime() - b.start.getTime() || a.end.getTime() - b.end.getTime())
    .map(({ kind, start, end }) => ({
      kind: kind === 'not-employed' ? 'time-off' : kind,
      start: toInstant(start),
      end: toInstantUp(end),
    }))
}
