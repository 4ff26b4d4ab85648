// The statements that read what a roster is planned from; they run as one batch or within a transaction.
import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias, type PgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '../../../drizzle/client.ts'
import {
  absences,
  assignments,
  availability,
  contracts,
  holidays,
  organisationSettings,
  rosterRuns,
  rosters,
  shifts,
  shiftTypes,
  sites,
  siteTravel,
  skills,
  timeOffRequests,
} from '../../../drizzle/schema/index.ts'
import { isRosterOfAssignment, isShiftOfAssignment } from '../shared/joins.ts'
import { historyDays } from './build-history.ts'
import { marginDays } from './planning-rows.ts'

export type Reader = Pick<Database['http'], 'select' | 'query'>

const planned = alias(rosters, 'planned')

/** Midnight, on the clock of the roster's zone, of a day counted from its first. */
const midnight = (days: SQL | number): SQL =>
  sql`((${planned.start} + ${days}::int)::timestamp at time zone ${planned.zone})`
const touches = (startsAt: PgColumn, endsAt: PgColumn, daysBefore: number): SQL | undefined =>
  and(lt(startsAt, midnight(sql`(${planned.days} + ${marginDays})`)), gt(endsAt, midnight(-daysBefore)))

/** The roster's own record and whether a run is at work on it. */
export const rosterQuery = (read: Pick<Reader, 'select'>, orgId: string, rosterId: string) =>
  read
    .select()
    .from(rosters)
    .where(and(eq(rosters.orgId, orgId), eq(rosters.id, rosterId)))

export const activeRunQuery = (read: Pick<Reader, 'select'>, orgId: string, rosterId: string) =>
  read
    .select({ id: rosterRuns.id })
    .from(rosterRuns)
    .where(
      and(
        eq(rosterRuns.orgId, orgId),
        eq(rosterRuns.rosterId, rosterId),
        inArray(rosterRuns.state, ['queued', 'running']),
      ),
    )

/** What an organisation has for all its rosters: settings, places, templates, contracts. */
export const organisationQueries = (read: Reader, orgId: string) =>
  [
    read
      .select({ weekStart: organisationSettings.weekStart, rules: organisationSettings.rules })
      .from(organisationSettings)
      .where(eq(organisationSettings.orgId, orgId)),
    read
      .select({
        id: sites.id,
        name: sites.name,
        zone: sites.zone,
        latitude: sites.latitude,
        longitude: sites.longitude,
      })
      .from(sites)
      .where(eq(sites.orgId, orgId))
      .orderBy(asc(sites.name), asc(sites.id)),
    read
      .select({ id: skills.id, name: skills.name, needsCertification: skills.needsCertification })
      .from(skills)
      .where(eq(skills.orgId, orgId))
      .orderBy(asc(skills.name), asc(skills.id)),
    read
      .select({
        id: shiftTypes.id,
        code: shiftTypes.code,
        name: shiftTypes.name,
        tags: shiftTypes.tags,
        colour: shiftTypes.colour,
        premiumPercent: shiftTypes.premiumPercent,
      })
      .from(shiftTypes)
      .where(eq(shiftTypes.orgId, orgId))
      .orderBy(asc(shiftTypes.startTime), asc(shiftTypes.code), asc(shiftTypes.id)),
    read
      .select({ id: contracts.id, name: contracts.name, rules: contracts.rules })
      .from(contracts)
      .where(eq(contracts.orgId, orgId))
      .orderBy(asc(contracts.id)),
  ] as const

/** Ways between sites that were given, and holidays that the rules of the period may look at. */
export const placeQueries = (read: Pick<Reader, 'select'>, orgId: string, rosterId: string) =>
  [
    read
      .select({
        fromSiteId: siteTravel.fromSiteId,
        toSiteId: siteTravel.toSiteId,
        minutes: siteTravel.minutes,
        metres: siteTravel.metres,
      })
      .from(siteTravel)
      .where(eq(siteTravel.orgId, orgId))
      .orderBy(asc(siteTravel.fromSiteId), asc(siteTravel.toSiteId)),
    read
      .select({ day: holidays.day, siteId: holidays.siteId })
      .from(holidays)
      .innerJoin(planned, and(eq(planned.orgId, orgId), eq(planned.id, rosterId)))
      .where(
        and(
          eq(holidays.orgId, orgId),
          gte(holidays.day, sql`${planned.start} - ${historyDays}::int`),
          lt(holidays.day, sql`${planned.start} + ${planned.days}::int`),
        ),
      )
      .orderBy(asc(holidays.day), asc(holidays.id)),
  ] as const

/** Active people, and whoever is still assigned in the roster, with all they hold. */
export const peopleQuery = (read: Reader, orgId: string, rosterId: string) =>
  read.query.employees.findMany({
    columns: { id: true, number: true, name: true, hiredOn: true, terminatedOn: true },
    with: {
      skills: {
        columns: { skillId: true, level: true, validFrom: true, validUntil: true },
        orderBy: (held) => asc(held.id),
      },
      contracts: {
        columns: { contractId: true, validFrom: true, validUntil: true, sharePercent: true, rateMinor: true },
        orderBy: (held) => asc(held.validFrom),
      },
      sites: { columns: { siteId: true }, orderBy: (held) => asc(held.siteId) },
      certifications: {
        columns: { skillId: true, validFrom: true, expiresOn: true },
        where: (paper) => inArray(paper.state, ['active', 'renewal-pending']),
        orderBy: (paper) => asc(paper.validFrom),
      },
    },
    where: (person) =>
      and(
        eq(person.orgId, orgId),
        or(
          and(isNull(person.deletedAt), eq(person.state, 'active')),
          // Names are written out: a relational query would take the columns of a sub-select for its own.
          inArray(person.id, sql`(select a.employee_id from assignments a where a.roster_id = ${rosterId})`),
        ),
      ),
    orderBy: (person) => [asc(person.name), asc(person.id)],
  })

/** Wishes that touch the period, and time off and sickness from five weeks before it on (fairness looks back). */
export const absenceQueries = (read: Pick<Reader, 'select'>, orgId: string, rosterId: string) => {
  const isPlanned = and(eq(planned.orgId, orgId), eq(planned.id, rosterId))
  return [
    read
      .select({
        employeeId: availability.employeeId,
        kind: availability.kind,
        startsAt: availability.startsAt,
        endsAt: availability.endsAt,
        weight: availability.weight,
        shiftTypeId: availability.shiftTypeId,
        rrule: availability.rrule,
        zone: availability.zone,
        exceptions: availability.exceptions,
      })
      .from(availability)
      .innerJoin(planned, isPlanned)
      .where(
        and(
          eq(availability.orgId, orgId),
          or(
            touches(availability.startsAt, availability.endsAt, marginDays),
            and(
              isNotNull(availability.rrule),
              lt(availability.startsAt, midnight(sql`(${planned.days} + ${marginDays})`)),
            ),
          ),
        ),
      )
      .orderBy(asc(availability.startsAt), asc(availability.id)),
    read
      .select({
        employeeId: timeOffRequests.employeeId,
        startsAt: timeOffRequests.startsAt,
        endsAt: timeOffRequests.endsAt,
      })
      .from(timeOffRequests)
      .innerJoin(planned, isPlanned)
      .where(
        and(
          eq(timeOffRequests.orgId, orgId),
          eq(timeOffRequests.state, 'approved'),
          isNull(timeOffRequests.deletedAt),
          touches(timeOffRequests.startsAt, timeOffRequests.endsAt, historyDays),
        ),
      )
      .orderBy(asc(timeOffRequests.startsAt), asc(timeOffRequests.id)),
    read
      .select({
        employeeId: absences.employeeId,
        startsAt: absences.startsAt,
        endsAt: sql<Date>`coalesce(${absences.endedAt}, ${absences.endsAt})`.mapWith(absences.endsAt),
      })
      .from(absences)
      .innerJoin(planned, isPlanned)
      .where(
        and(
          eq(absences.orgId, orgId),
          sql`coalesce(${absences.endedAt}, ${absences.endsAt}) > ${absences.startsAt}`,
          touches(absences.startsAt, absences.endsAt, historyDays),
        ),
      )
      .orderBy(asc(absences.startsAt), asc(absences.id)),
  ] as const
}

/** The roster's shifts and assignments, and what its people work in other rosters from five weeks before it on. */
export const workQueries = (read: Pick<Reader, 'select'>, orgId: string, rosterId: string) =>
  [
    read
      .select({
        id: shifts.id,
        siteId: shifts.siteId,
        shiftTypeId: shifts.shiftTypeId,
        name: shifts.name,
        day: shifts.day,
        startsAt: shifts.startsAt,
        endsAt: shifts.endsAt,
        breakMinutes: shifts.breakMinutes,
        paidMinutes: shifts.paidMinutes,
        headsMin: shifts.headsMin,
        headsTarget: shifts.headsTarget,
        headsMax: shifts.headsMax,
        priority: shifts.priority,
        skills: shifts.skills,
        tags: shifts.tags,
        version: shifts.version,
      })
      .from(shifts)
      .where(and(eq(shifts.orgId, orgId), eq(shifts.rosterId, rosterId)))
      .orderBy(asc(shifts.startsAt), asc(shifts.siteId), asc(shifts.id)),
    read
      .select({
        id: assignments.id,
        shiftId: assignments.shiftId,
        employeeId: assignments.employeeId,
        pinned: assignments.pinned,
      })
      .from(assignments)
      .where(and(eq(assignments.orgId, orgId), eq(assignments.rosterId, rosterId)))
      .orderBy(asc(assignments.startsAt), asc(assignments.shiftId), asc(assignments.employeeId)),
    read
      .select({
        employeeId: assignments.employeeId,
        startsAt: assignments.startsAt,
        endsAt: assignments.endsAt,
        paidMinutes: shifts.paidMinutes,
        siteId: shifts.siteId,
        shiftTypeId: shifts.shiftTypeId,
        isDraft: sql<boolean>`${rosters.state} = 'draft'`,
      })
      .from(assignments)
      .innerJoin(planned, and(eq(planned.orgId, orgId), eq(planned.id, rosterId)))
      .innerJoin(rosters, isRosterOfAssignment)
      .innerJoin(shifts, isShiftOfAssignment)
      .where(
        and(
          eq(assignments.orgId, orgId),
          ne(assignments.rosterId, rosterId),
          touches(assignments.startsAt, assignments.endsAt, historyDays),
        ),
      )
      .orderBy(asc(assignments.startsAt), asc(assignments.id)),
  ] as const
