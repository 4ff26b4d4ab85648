// Loads work, planned and done, and what its pay depends on.
import { and, between, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import {
  assignments,
  contracts,
  employeeContracts,
  employees,
  holidays,
  organisationSettings,
  rosters,
  shifts,
  shiftTypes,
  sites,
  timeEntries,
} from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { addDays } from '../rosters/local-time.ts'
import { isRosterOfAssignment, isShiftOfAssignment } from '../shared/joins.ts'
import { one } from '../shared/one.ts'
import { ofPeopleWithin } from '../shared/reach.ts'
import type { PayTerms, Work } from './price-work.ts'

type Span = { from: string; to: string }
type Org = Pick<Context, 'orgId' | 'siteIds' | 'departmentIds'>

/** Overtime of the first week is known when its days before the span are. */
const daysBefore = 6

/** Shifts with people in drafts and published rosters, from six days before the span on. Archived rosters are past plans. */
export const plannedWork = (ctx: Org, tx: Pick<Tx, 'select'>, { from, to }: Span, who?: SQL): Promise<Work[]> =>
  tx
    .select({
      employeeId: employees.id,
      employeeName: employees.name,
      siteId: shifts.siteId,
      shiftTypeId: shifts.shiftTypeId,
      day: shifts.day,
      startsAt: shifts.startsAt,
      endsAt: shifts.endsAt,
      minutes: shifts.paidMinutes,
    })
    .from(shifts)
    .innerJoin(assignments, isShiftOfAssignment)
    .innerJoin(rosters, isRosterOfAssignment)
    .innerJoin(employees, and(eq(employees.orgId, assignments.orgId), eq(employees.id, assignments.employeeId)))
    .where(
      and(
        eq(shifts.orgId, ctx.orgId),
        inArray(rosters.state, ['draft', 'published']),
        // Instants a day wider on both sides let the index by start serve.
        between(shifts.startsAt, sql`${addDays(from, -daysBefore - 1)}::date`, sql`${addDays(to, 2)}::date`),
        between(shifts.day, addDays(from, -daysBefore), to),
        ofPeopleWithin(ctx, assignments.employeeId),
        who,
      ),
    )

/** Finished entries of the same days. */
export const workDone = (ctx: Org, tx: Pick<Tx, 'select'>, { from, to }: Span, who?: SQL): Promise<Work[]> =>
  tx
    .select({
      employeeId: employees.id,
      employeeName: employees.name,
      siteId: timeEntries.siteId,
      shiftTypeId: shifts.shiftTypeId,
      day: timeEntries.day,
      startsAt: timeEntries.startsAt,
      endsAt: sql<Date>`${timeEntries.endsAt}`.mapWith(timeEntries.endsAt),
      minutes: sql<number>`${timeEntries.workedMinutes}`.mapWith(timeEntries.workedMinutes),
    })
    .from(timeEntries)
    .innerJoin(employees, and(eq(employees.orgId, timeEntries.orgId), eq(employees.id, timeEntries.employeeId)))
    .leftJoin(shifts, and(eq(shifts.orgId, timeEntries.orgId), eq(shifts.id, timeEntries.shiftId)))
    .where(
      and(
        eq(timeEntries.orgId, ctx.orgId),
        between(timeEntries.day, addDays(from, -daysBefore), to),
        isNotNull(timeEntries.endsAt),
        ofPeopleWithin(ctx, timeEntries.employeeId),
        who,
      ),
    )

/** What pay depends on in a span; six statements whatever its length. */
export const loadPayTerms = async (
  ctx: Org,
  tx: Pick<Tx, 'select'>,
  { from, to }: Span,
): Promise<PayTerms & { currency: string }> => {
  const inOrg = <T extends typeof sites | typeof contracts | typeof shiftTypes>(table: T) => eq(table.orgId, ctx.orgId)
  const settings = one(
    await tx
      .select({
        weekStart: organisationSettings.weekStart,
        zone: organisationSettings.zone,
        rules: organisationSettings.rules,
        currency: organisationSettings.currency,
      })
      .from(organisationSettings)
      .where(eq(organisationSettings.orgId, ctx.orgId)),
  )
  const { id, name } = sites
  const held = await tx
    .select({
      employeeId: employeeContracts.employeeId,
      contractId: employeeContracts.contractId,
      validFrom: employeeContracts.validFrom,
      validUntil: employeeContracts.validUntil,
      rateMinor: employeeContracts.rateMinor,
    })
    .from(employeeContracts)
    .where(and(eq(employeeContracts.orgId, ctx.orgId), ofPeopleWithin(ctx, employeeContracts.employeeId)))
  return {
    ...settings,
    sites: await tx.select({ id, name, zone: sites.zone }).from(sites).where(inOrg(sites)),
    contracts: await tx
      .select({ id: contracts.id, name: contracts.name, rules: contracts.rules })
      .from(contracts)
      .where(inOrg(contracts)),
    shiftTypes: await tx
      .select({ id: shiftTypes.id, name: shiftTypes.name, premiumPercent: shiftTypes.premiumPercent })
      .from(shiftTypes)
      .where(inOrg(shiftTypes)),
    holidays: await tx
      .select({ day: holidays.day, siteId: holidays.siteId })
      .from(holidays)
      .where(and(eq(holidays.orgId, ctx.orgId), between(holidays.day, addDays(from, -daysBefore), to))),
    held: Map.groupBy(held, ({ employeeId }) => employeeId),
  }
}
