import { and, eq, gte, isNull, lte } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import {
  availability,
  contracts,
  demand,
  departments,
  employees,
  jobRoles,
  organisationSettings,
  shiftTypes,
  sites,
  skills,
  teams,
  timeOffRequests,
} from '../../../drizzle/schema/index.ts'
import { one } from '../shared/one.ts'
import type { FileRows } from './internal.ts'

export type Existing = Awaited<ReturnType<typeof loadExisting>>

/** Tables whose rows are taken out of use, not removed. */
type Kept =
  | typeof skills
  | typeof contracts
  | typeof sites
  | typeof shiftTypes
  | typeof employees
  | typeof departments
  | typeof teams
  | typeof jobRoles

/** Loads what the files may refer to or change, and no more: absences and demand only around the days of the files. */
export const loadExisting = async (tx: Pick<Tx, 'select' | 'query'>, orgId: string, rows: FileRows) => {
  const { zone } = one(
    await tx
      .select({ zone: organisationSettings.zone })
      .from(organisationSettings)
      .where(eq(organisationSettings.orgId, orgId)),
  )
  const isActive = (table: Kept) => and(eq(table.orgId, orgId), isNull(table.deletedAt))
  const coded = (table: typeof departments | typeof teams | typeof jobRoles) =>
    rows.people === undefined ? [] : tx.select({ id: table.id, code: table.code }).from(table).where(isActive(table))
  const absences = rangeOf([...(rows['time-off'] ?? []), ...(rows.wishes ?? [])])
  const days = rangeOf((rows.demand ?? []).map(({ day }) => ({ from: day, until: day })))
  return {
    zone,
    skills: await tx.select().from(skills).where(isActive(skills)),
    contracts: await tx.select().from(contracts).where(isActive(contracts)),
    sites: await tx.select().from(sites).where(isActive(sites)),
    shiftTypes: await tx.select().from(shiftTypes).where(isActive(shiftTypes)),
    departments: await coded(departments),
    teams: await coded(teams),
    jobRoles: await coded(jobRoles),
    people: await tx.query.employees.findMany({
      with: { skills: true, contracts: true, sites: true },
      where: isActive(employees),
    }),
    timeOff:
      absences === null
        ? []
        : await tx
            .select()
            .from(timeOffRequests)
            .where(
              and(
                eq(timeOffRequests.orgId, orgId),
                isNull(timeOffRequests.deletedAt),
                // What a file says of a time leaves leave of a kind, and with it the balance, as it is.
                isNull(timeOffRequests.typeId),
                gte(timeOffRequests.startsAt, absences.first),
                lte(timeOffRequests.startsAt, absences.last),
              ),
            ),
    availability:
      absences === null
        ? []
        : await tx
            .select()
            .from(availability)
            .where(
              and(
                eq(availability.orgId, orgId),
                gte(availability.startsAt, absences.first),
                lte(availability.startsAt, absences.last),
              ),
            ),
    demand:
      days === null
        ? []
        : await tx
            .select()
            .from(demand)
            .where(and(eq(demand.orgId, orgId), gte(demand.day, days.from), lte(demand.day, days.until))),
  }
}

/** First and last local day, and the instants between which they lie in every time zone. */
const rangeOf = (spans: readonly { from: string; until: string }[]) => {
  const from = spans.map((span) => span.from).sort()[0]
  const until = spans
    .map((span) => span.until)
    .sort()
    .at(-1)
  if (from === undefined || until === undefined) return null
  const margin = 2 * 86_400_000
  return {
    from,
    until,
    first: new Date(Date.parse(from) - margin),
    last: new Date(Date.parse(until) + margin),
  }
}
