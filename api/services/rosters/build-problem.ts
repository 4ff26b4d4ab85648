// Rows of the database become the frozen problem that every engine, check and report reads. Pure: no database, no clock.
import type { Employee, HeldSkill, Problem, Shift, SkillNeed, TravelTime } from '../../../solver/model/problem.ts'
import { byEnds, positionOf, wayBetween } from '../sites/ways.ts'
import { buildHistory } from './build-history.ts'
import { buildRequests } from './build-requests.ts'
import { buildUnavailable } from './build-unavailable.ts'
import { certifiedSpans } from './certified-spans.ts'
import { fairMinutesCarried } from './fair-carried.ts'
import { addDays, daysBetween, earlierOf, laterOf, toInstant } from './local-time.ts'
import type { EmployeeRow, HeldContractRow, PlanningRows, RosterRow, ShiftRow, SkillNeeds } from './planning-rows.ts'

/** True when the person is employed on at least one day of the period. */
const isEmployedIn = (employee: EmployeeRow, roster: RosterRow): boolean =>
  (employee.hiredOn === null || employee.hiredOn < addDays(roster.start, roster.days)) &&
  (employee.terminatedOn === null || employee.terminatedOn >= roster.start)

/** Days of employment in the period on which a contract is in force. */
const daysInForce = (contract: HeldContractRow, employee: EmployeeRow, roster: RosterRow): number => {
  const first = laterOf(laterOf(roster.start, contract.validFrom), employee.hiredOn)
  const last = earlierOf(earlierOf(addDays(roster.start, roster.days - 1), contract.validUntil), employee.terminatedOn)
  return Math.max(0, daysBetween(first, last) + 1)
}

/** Mean over days, rounded: a contract change in mid-period counts by how long each part lasts. Null without any value. */
const meanByDays = (parts: readonly { days: number; value: number | null }[]): number | null => {
  const counted = parts.flatMap(({ days, value }) => (value === null || days === 0 ? [] : [{ days, value }]))
  const days = counted.reduce((sum, part) => sum + part.days, 0)
  return days === 0 ? null : Math.round(counted.reduce((sum, part) => sum + part.days * part.value, 0) / days)
}

const buildSkillNeeds = (needs: SkillNeeds['allOf']): SkillNeed[] =>
  needs.map(({ skillId, levelMin }) => ({ skill: skillId, ...(levelMin > 1 && { levelMin }) }))

const buildShift = (row: ShiftRow, typeIds: ReadonlySet<string>): Shift => ({
  id: row.id,
  site: row.siteId,
  ...(row.shiftTypeId !== null && typeIds.has(row.shiftTypeId) && { type: row.shiftTypeId }),
  name: row.name,
  start: toInstant(row.startsAt),
  end: toInstant(row.endsAt),
  paidMinutes: row.paidMinutes,
  ...(row.breakMinutes > 0 && { breakMinutes: row.breakMinutes }),
  heads: {
    min: row.headsMin,
    ...(row.headsTarget !== null && { target: row.headsTarget }),
    ...(row.headsMax !== null && { max: row.headsMax }),
  },
  ...((row.skills.allOf.length > 0 || row.skills.anyOf.length > 0) && {
    skills: { allOf: buildSkillNeeds(row.skills.allOf), anyOf: buildSkillNeeds(row.skills.anyOf) },
  }),
  ...(row.priority > 1 && { priority: row.priority }),
  ...(row.tags.length > 0 && { tags: row.tags }),
})

/** Level 0 counts for nothing; a skill that needs a certification counts on the days that one covers. */
const buildSkills = (row: EmployeeRow, needsCertification: ReadonlySet<string>): HeldSkill[] =>
  row.skills
    .filter(({ level }) => level > 0)
    .flatMap(({ skillId, level, ...held }) => {
      const papers = row.certifications.filter((paper) => paper.skillId === skillId)
      const spans = needsCertification.has(skillId) ? certifiedSpans(held, papers) : [held]
      return spans.map(({ validFrom, validUntil }) => ({
        skill: skillId,
        ...(level > 1 && { level }),
        ...(validFrom !== null && { from: validFrom }),
        ...(validUntil !== null && { until: validUntil }),
      }))
    })

const buildEmployee = (row: EmployeeRow, rows: PlanningRows, fairMinutes: number): Employee => {
  const { roster } = rows
  const held = row.contracts.map((contract) => ({ contract, days: daysInForce(contract, row, roster) }))
  const share = meanByDays(held.map(({ contract, days }) => ({ days, value: contract.sharePercent })))
  const rate = meanByDays(held.map(({ contract, days }) => ({ days, value: contract.rateMinor })))
  const unavailable = buildUnavailable(row, rows)
  const requests = buildRequests(row, rows)
  const history = buildHistory(row, rows, fairMinutes)
  return {
    id: row.id,
    name: row.name,
    skills: buildSkills(row, new Set(rows.skills.filter((one) => one.needsCertification).map(({ id }) => id))),
    contracts: held
      .filter(({ days }) => days > 0)
      .map(({ contract }) => ({
        contract: contract.contractId,
        from: contract.validFrom,
        ...(contract.validUntil !== null && { until: contract.validUntil }),
      })),
    ...(share !== null && share !== 100 && { sharePercent: share }),
    ...(rate !== null && { rateMinor: rate }),
    ...(row.siteIds.length > 0 && { sites: row.siteIds }),
    ...(unavailable.length > 0 && { unavailable }),
    ...(requests.length > 0 && { requests }),
    ...(history !== null && { history }),
  }
}

/** Every known way between two sites that the roster's shifts are at, in both directions where they differ. */
const buildTravelTimes = (rows: PlanningRows): TravelTime[] => {
  const used = new Set(rows.shifts.map(({ siteId }) => siteId))
  const ways = byEnds(rows.ways)
  const places = rows.sites.filter(({ id }) => used.has(id))
  return places.flatMap((from, at) =>
    places.slice(at + 1).flatMap((to): TravelTime[] => {
      const [there, back] = [wayBetween(from, to, ways), wayBetween(to, from, ways)]
      const one = (a: string, b: string, minutes: number) => ({ from: a, to: b, minutes })
      return [
        ...(there === null ? [] : [one(from.id, to.id, there.minutes)]),
        ...(back === null || back.minutes === there?.minutes ? [] : [one(to.id, from.id, back.minutes)]),
      ]
    }),
  )
}

/** People a roster can be planned with: employed in the period and allowed at one of its sites, or already assigned. */
export const rosterEmployees = (
  rows: Pick<PlanningRows, 'roster' | 'employees' | 'assignments'> & { shifts: readonly { siteId: string }[] },
): EmployeeRow[] => {
  const assigned = new Set(rows.assignments.map((assignment) => assignment.employeeId))
  const sites = new Set(rows.shifts.map((shift) => shift.siteId))
  return rows.employees.filter(
    (employee) =>
      assigned.has(employee.id) ||
      (isEmployedIn(employee, rows.roster) &&
        (sites.size === 0 || employee.siteIds.length === 0 || employee.siteIds.some((id) => sites.has(id)))),
  )
}

/**
 * The problem of a roster as it stands. Pinned assignments are its `pins`; work in other rosters is history before the
 * period and unavailable time within it; days outside employment are time off. Rules are the organisation's own: the engine
 * adds those that only say what the data means (skills, absence, cover) where the settings do not name them.
 */
export const buildProblem = (rows: PlanningRows): Problem => {
  const { organisation, roster } = rows
  const typeIds = new Set(rows.shiftTypes.map((type) => type.id))
  const asAssignment = (row: { employeeId: string; shiftId: string }) => ({
    employee: row.employeeId,
    shift: row.shiftId,
  })
  const people = rosterEmployees(rows)
  const carried = fairMinutesCarried(people, rows)
  const employees = people.map((row) => buildEmployee(row, rows, carried.get(row.id) ?? 0))
  const travelTimes = buildTravelTimes(rows)
  const contractIds = new Set(employees.flatMap((employee) => employee.contracts?.map((held) => held.contract) ?? []))
  return {
    format: 'muster-problem/1',
    name: roster.name,
    period: { start: roster.start, days: roster.days, weekStart: organisation.weekStart, zone: roster.zone },
    sites: rows.sites.map(({ id, name, zone, ...place }) => {
      const position = positionOf({ id, ...place })
      return { id, name, zone, ...(position !== null && { position }) }
    }),
    skills: rows.skills.map(({ id, name }) => ({ id, name })),
    shiftTypes: rows.shiftTypes.map(({ id, name, tags, colour, premiumPercent }) => ({
      id,
      name,
      ...(tags.length > 0 && { tags }),
      ...(colour !== null && { colour }),
      ...(premiumPercent > 0 && { premiumPercent }),
    })),
    contracts: rows.contracts
      .filter((contract) => contractIds.has(contract.id))
      .map(({ id, name, rules }) => ({ id, name, rules })),
    employees,
    shifts: rows.shifts.map((shift) => buildShift(shift, typeIds)),
    rules: organisation.rules,
    ...(travelTimes.length > 0 && { travelTimes }),
    ...(rows.holidays.length > 0 && {
      holidays: rows.holidays.map(({ day, siteId }) => ({ day, ...(siteId !== null && { site: siteId }) })),
    }),
    assignments: rows.assignments.map(asAssignment),
    pins: rows.assignments.filter((assignment) => assignment.pinned).map(asAssignment),
  }
}
