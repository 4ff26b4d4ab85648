// Everything a roster page shows, from rows and the engine's judgement. Pure.
import type * as z from 'zod'
import { employeeFigures, keyFigures, scoreRoster } from '../../../solver/index.ts'
import type { Employee } from '../../../solver/model/problem.ts'
import type { Permissions } from '../../contract/permissions.ts'
import type { gridShift, rosterGrid } from '../../contract/rostering.ts'
import { withoutPeople } from '../shared/without-people.ts'
import { buildProblem, rosterEmployees } from './build-problem.ts'
import { absencesOf } from './build-unavailable.ts'
import { addDays, localDaysOf, localTime } from './local-time.ts'
import type { EmployeeRow, PlanningRows, ShiftRow } from './planning-rows.ts'
import { toBreachesWire, toKeyFiguresWire, toRosterWire, toScoreWire } from './wire.ts'

export type Grid = z.output<typeof rosterGrid>
type GridEmployee = Grid['employees'][number]

/** A shift as pages show it, in the zone of its site. */
export const toGridShift = (row: ShiftRow, zone: string): z.output<typeof gridShift> => ({
  id: row.id,
  siteId: row.siteId,
  shiftTypeId: row.shiftTypeId,
  name: row.name,
  day: row.day,
  start: row.startsAt.toISOString(),
  end: row.endsAt.toISOString(),
  startTime: localTime(row.startsAt, zone),
  endTime: localTime(row.endsAt, zone),
  paidMinutes: row.paidMinutes,
  headsMin: row.headsMin,
  headsTarget: row.headsTarget,
  headsMax: row.headsMax,
  priority: row.priority,
  skills: { allOf: [...row.skills.allOf], anyOf: [...row.skills.anyOf] },
  version: row.version,
})

/** Days of the period on which the person is away, time off before other absence. */
const absentDays = (employee: EmployeeRow, rows: PlanningRows): GridEmployee['absences'] => {
  const { roster } = rows
  const end = addDays(roster.start, roster.days)
  const kinds = new Map<string, 'time-off' | 'unavailable'>()
  for (const absence of absencesOf(employee, rows)) {
    for (const day of localDaysOf(absence.start, absence.end, roster.zone)) {
      if (day < roster.start || day >= end) continue
      if (absence.kind === 'time-off') kinds.set(day, 'time-off')
      else if (!kinds.has(day)) kinds.set(day, 'unavailable')
    }
  }
  return [...kinds].map(([day, kind]) => ({ day, kind })).sort((a, b) => a.day.localeCompare(b.day))
}

/** Wishes by day; a wish about a single shift stands on the shift's day under its type. */
const requestsByDay = (
  requests: Employee['requests'],
  shifts: ReadonlyMap<string, ShiftRow>,
): GridEmployee['requests'] => {
  const found = new Map<string, GridEmployee['requests'][number]>()
  for (const { kind, day, type, shift } of requests ?? []) {
    const wished = shift === undefined ? undefined : shifts.get(shift)
    const on = day ?? wished?.day
    if (on === undefined) continue
    const shiftTypeId = type ?? wished?.shiftTypeId ?? null
    found.set(`${on} ${kind} ${shiftTypeId}`, { day: on, kind, shiftTypeId })
  }
  return [...found.values()]
}

const contractName = (employee: EmployeeRow, rows: PlanningRows): string | null => {
  const end = addDays(rows.roster.start, rows.roster.days)
  const held = employee.contracts
    .filter(({ validFrom, validUntil }) => validFrom < end && (validUntil ?? end) >= rows.roster.start)
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom))[0]
  return rows.contracts.find((contract) => contract.id === held?.contractId)?.name ?? null
}

/**
 * The grid as somebody may read it. Without `people:read` (employees): names and shifts only, no absences, wishes, contracts
 * or breaches of colleagues; without `costs:read`: no money. Who is `beyond` the reader's reach is counted and not shown.
 */
export const assembleGrid = (
  rows: PlanningRows,
  activeRunId: string | null,
  permissions: Permissions,
  beyond: ReadonlySet<string>,
): Grid => {
  const problem = buildProblem(rows)
  const roster = { assignments: problem.assignments ?? [] }
  const { score, breaches } = scoreRoster(problem, roster)
  const figures = new Map(employeeFigures(problem, roster).map((row) => [row.employee, row]))
  const planned = new Map(problem.employees.map((person) => [person.id, person]))
  const zones = new Map(rows.sites.map((site) => [site.id, site.zone]))
  const shifts = new Map(rows.shifts.map((shift) => [shift.id, shift]))
  const seesPeople = permissions.has('people:read')
  const grid = {
    roster: toRosterWire(rows.roster),
    sites: rows.sites.map(({ id, name, zone }) => ({ id, name, zone })),
    skills: rows.skills.map(({ id, name }) => ({ id, name })),
    shiftTypes: rows.shiftTypes.map(({ id, code, name, colour, tags }) => ({
      id,
      code,
      name,
      colour,
      tags: [...tags],
    })),
    employees: rosterEmployees(rows).map((row) => ({
      id: row.id,
      number: row.number,
      name: row.name,
      skillIds: [...new Set(row.skills.map((skill) => skill.skillId))],
      contractName: seesPeople ? contractName(row, rows) : null,
      scheduledMinutes: figures.get(row.id)?.paidMinutes ?? 0,
      contractMinutes: seesPeople ? (figures.get(row.id)?.contractMinutes ?? null) : null,
      absences: seesPeople ? absentDays(row, rows) : [],
      requests: seesPeople ? requestsByDay(planned.get(row.id)?.requests, shifts) : [],
    })),
    shifts: rows.shifts.map((shift) => toGridShift(shift, zones.get(shift.siteId) ?? rows.roster.zone)),
    assignments: rows.assignments.map(({ id, shiftId, employeeId, pinned }) => ({ id, shiftId, employeeId, pinned })),
    score: toScoreWire({ score, breaches }, permissions),
    breaches: toBreachesWire(breaches, permissions),
    keyFigures: toKeyFiguresWire(keyFigures(problem, roster), permissions),
    activeRunId,
  }
  const hidden = Map.groupBy(
    rows.assignments.filter(({ employeeId }) => beyond.has(employeeId)),
    ({ shiftId }) => shiftId,
  )
  const headsBeyond = [...hidden].map(([shiftId, people]) => ({ shiftId, heads: people.length }))
  return { ...withoutPeople(grid, beyond), headsBeyond }
}
