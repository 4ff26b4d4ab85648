// A roster joined with its problem: one row for each assignment with names and local times, as people read it.
import type {
  Assignment,
  EmployeeId,
  Instant,
  LocalDate,
  LocalTime,
  Problem,
  Roster,
  Shift,
  ShiftId,
  SiteId,
} from '../model/problem.ts'
import { parseInstant } from '../model/time.ts'
import { localAt } from './zoned.ts'

/** A shift with its site's name and local times. */
export interface NamedShift {
  shift: ShiftId
  shiftName: string
  type: string | null
  site: SiteId
  siteName: string
  zone: string
  start: Instant
  end: Instant
  /** Local day on which the shift starts. */
  day: LocalDate
  startTime: LocalTime
  /** Local day on which it ends. */
  endDay: LocalDate
  endTime: LocalTime
  paidMinutes: number
  headsNeeded: number
}

export interface RosterRow extends NamedShift {
  employee: EmployeeId
  employeeName: string
}

/** The shifts of a problem by id, with names and local times. */
export function nameShifts(problem: Problem): Map<ShiftId, NamedShift> {
  const sites = new Map(problem.sites.map((site) => [site.id, site]))
  const types = new Map(problem.shiftTypes.map((type) => [type.id, type]))
  return new Map(
    problem.shifts.map((shift) => {
      const site = sites.get(shift.site)
      const zone = site?.zone ?? problem.period.zone
      const start = localAt(shift.start, zone)
      const end = localAt(shift.end, zone)
      const named: NamedShift = {
        shift: shift.id,
        shiftName: shift.name ?? (shift.type === undefined ? shift.id : (types.get(shift.type)?.name ?? shift.type)),
        type: shift.type ?? null,
        site: shift.site,
        siteName: site?.name ?? shift.site,
        zone,
        start: shift.start,
        end: shift.end,
        day: start.date,
        startTime: start.time,
        endDay: end.date,
        endTime: end.time,
        paidMinutes: paidMinutesOf(shift),
        headsNeeded: shift.heads.min,
      }
      return [shift.id, named]
    }),
  )
}

/**
 * One row for each assignment, by start, site, shift and name, so that equal rosters give equal rows.
 * Throws when the roster names an employee or a shift that the problem lacks.
 */
export function nameRoster(problem: Problem, roster: Roster): RosterRow[] {
  const shifts = nameShifts(problem)
  const employees = new Map(problem.employees.map((employee) => [employee.id, employee.name]))
  const rows = roster.assignments.map(({ employee, shift }: Assignment): RosterRow => {
    const named = shifts.get(shift)
    const employeeName = employees.get(employee)
    if (!named) throw new Error(`The roster names shift "${shift}", which the problem does not have.`)
    if (employeeName === undefined)
      throw new Error(`The roster names employee "${employee}", whom the problem does not have.`)
    return { ...named, employee, employeeName }
  })
  return rows.sort(
    (a, b) =>
      (parseInstant(a.start) ?? 0) - (parseInstant(b.start) ?? 0) ||
      compareText(a.siteName, b.siteName) ||
      compareText(a.shiftName, b.shiftName) ||
      compareText(a.shift, b.shift) ||
      compareText(a.employeeName, b.employeeName) ||
      compareText(a.employee, b.employee),
  )
}

/** Missing heads by shift, for shifts below their minimum. */
export function missingHeads(problem: Problem, roster: Roster): Map<ShiftId, number> {
  const heads = new Map<ShiftId, number>()
  for (const { shift } of roster.assignments) heads.set(shift, (heads.get(shift) ?? 0) + 1)
  const missing = problem.shifts.map((shift): [ShiftId, number] => [
    shift.id,
    shift.heads.min - (heads.get(shift.id) ?? 0),
  ])
  return new Map(missing.filter(([, count]) => count > 0))
}

/** Order of code units: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function paidMinutesOf(shift: Shift): number {
  return (
    shift.paidMinutes ?? (parseInstant(shift.end) ?? 0) - (parseInstant(shift.start) ?? 0) - (shift.breakMinutes ?? 0)
  )
}
