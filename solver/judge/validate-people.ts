import type { Employee, Problem } from '../model/problem.ts'
import { dayMinutes, isZone, parseDate, parseInstant, ZoneClock } from '../model/time.ts'
import type { Note } from './validate-problem.ts'

/** Dates, and what employees, pins and assignments refer to. */
export function checkPeople(problem: Problem, note: Note): void {
  const known = {
    skills: new Set(problem.skills.map(({ id }) => id)),
    sites: new Set(problem.sites.map(({ id }) => id)),
    types: new Set(problem.shiftTypes.map(({ id }) => id)),
    contracts: new Set(problem.contracts.map(({ id }) => id)),
    shifts: new Map(problem.shifts.map((shift) => [shift.id, shift])),
    employees: new Map(problem.employees.map((employee) => [employee.id, employee])),
  }
  problem.employees.forEach((employee, index) => {
    const at = `employees[${index}]`
    employee.skills?.forEach((held, position) => {
      if (!known.skills.has(held.skill)) note(`${at}.skills[${position}].skill`, `names no skill: "${held.skill}"`)
      checkDates(held, `${at}.skills[${position}]`, note)
    })
    checkContracts(employee, at, known.contracts, note)
    employee.unavailable?.forEach((span, position) => {
      if (parseInstant(span.end)! <= parseInstant(span.start)!)
        note(`${at}.unavailable[${position}].end`, 'must be after the start')
    })
    employee.sites?.forEach((site, position) => {
      if (!known.sites.has(site)) note(`${at}.sites[${position}]`, `names no site: "${site}"`)
    })
    checkRequests(problem, employee, at, known, note)
    checkHistory(problem, employee, at, known, note)
  })
  checkPins(problem, known, note)
}

interface Dated {
  from?: string
  until?: string
}

function checkDates(dated: Dated, path: string, note: Note): void {
  if (dated.from !== undefined && dated.until !== undefined && dated.until < dated.from)
    note(`${path}.until`, `is before from, ${dated.from}`)
}

function checkContracts(employee: Employee, at: string, contracts: ReadonlySet<string>, note: Note): void {
  const held = (employee.contracts ?? []).map((contract, position) => ({ ...contract, position }))
  for (const { contract, position, ...dates } of held) {
    if (!contracts.has(contract)) note(`${at}.contracts[${position}].contract`, `names no contract: "${contract}"`)
    checkDates(dates, `${at}.contracts[${position}]`, note)
  }
  held.forEach((later, index) => {
    for (const earlier of held.slice(0, index)) {
      const apart = (later.from ?? '') > (earlier.until ?? '9999') || (earlier.from ?? '') > (later.until ?? '9999')
      if (!apart)
        note(`${at}.contracts[${later.position}]`, `is in force at the same time as contracts[${earlier.position}]`)
    }
  })
}

interface Known {
  types: ReadonlySet<string>
  sites: ReadonlySet<string>
  shifts: ReadonlyMap<string, Problem['shifts'][number]>
  employees: ReadonlyMap<string, Employee>
}

function checkRequests(problem: Problem, employee: Employee, at: string, known: Known, note: Note): void {
  const first = parseDate(problem.period.start)!
  employee.requests?.forEach((request, position) => {
    const path = `${at}.requests[${position}]`
    if ((request.shift === undefined) === (request.day === undefined)) note(path, 'must name either a shift or a day')
    if (request.shift !== undefined && !known.shifts.has(request.shift))
      note(`${path}.shift`, `names no shift: "${request.shift}"`)
    if (request.shift !== undefined && request.type !== undefined)
      note(`${path}.type`, 'belongs to a request for a day')
    if (request.type !== undefined && !known.types.has(request.type))
      note(`${path}.type`, `names no shift type: "${request.type}"`)
    if (request.day === undefined) return
    const day = parseDate(request.day)! - first
    if (day < 0 || day >= problem.period.days) note(`${path}.day`, 'lies outside of the period')
  })
}

function checkHistory(problem: Problem, employee: Employee, at: string, known: Known, note: Note): void {
  const firstDay = parseDate(problem.period.start)!
  const zoneOf = new Map(problem.sites.map((site) => [site.id, site.zone]))
  employee.history?.shifts?.forEach((past, position) => {
    const path = `${at}.history.shifts[${position}]`
    const start = parseInstant(past.start)!
    const length = parseInstant(past.end)! - start
    if (length <= 0 || length > dayMinutes) note(`${path}.end`, 'must be after the start, at most a day later')
    const zone = zoneOf.get(past.site ?? '') ?? problem.period.zone
    if (isZone(zone) && new ZoneClock(zone, start, start).dayOf(start) >= firstDay)
      note(`${path}.start`, `is not before the period, which starts on ${problem.period.start}`)
    if (past.site !== undefined && !known.sites.has(past.site)) note(`${path}.site`, `names no site: "${past.site}"`)
    if (past.type !== undefined && !known.types.has(past.type))
      note(`${path}.type`, `names no shift type: "${past.type}"`)
  })
}

function checkPins(problem: Problem, known: Known, note: Note): void {
  for (const list of ['assignments', 'pins'] as const)
    problem[list]?.forEach((assignment, index) => {
      if (!known.employees.has(assignment.employee))
        note(`${list}[${index}].employee`, `names no employee: "${assignment.employee}"`)
      if (!known.shifts.has(assignment.shift)) note(`${list}[${index}].shift`, `names no shift: "${assignment.shift}"`)
    })
  const pins = (problem.pins ?? []).flatMap((pin, index) => {
    const shift = known.shifts.get(pin.shift)
    const employee = known.employees.get(pin.employee)
    return shift && employee
      ? [{ index, employee, shift, start: parseInstant(shift.start)!, end: parseInstant(shift.end)! }]
      : []
  })
  const byEmployee = new Map<Employee, typeof pins>()
  for (const pin of pins) {
    for (const span of pin.employee.unavailable ?? [])
      if (parseInstant(span.start)! < pin.end && parseInstant(span.end)! > pin.start)
        note(
          `pins[${pin.index}]`,
          `pins "${pin.employee.id}" to a shift while unavailable from ${span.start} to ${span.end}`,
        )
    const others = byEmployee.get(pin.employee) ?? []
    for (const other of others)
      if (other.start < pin.end && other.end > pin.start) {
        const what = other.shift === pin.shift ? 'repeats' : 'overlaps'
        note(`pins[${pin.index}]`, `${what} pins[${other.index}], "${other.shift.id}", of the same person`)
      }
    byEmployee.set(pin.employee, [...others, pin])
  }
}
