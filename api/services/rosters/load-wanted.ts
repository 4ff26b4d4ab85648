import { and, asc, eq, gt, gte, inArray, isNull, lt, lte, ne, or } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../drizzle/client.ts'
import {
  demand,
  demandCurves,
  demandPatterns,
  holidays,
  organisationSettings,
  rosters,
  shifts,
  shiftTypes,
  sites,
} from '../../../drizzle/schema/index.ts'
import { NotFound } from '../../errors.ts'
import { addDays, startOfDay } from './local-time.ts'
import type { Wanted } from './plan-shifts.ts'

type Scope = { start: string; days: number; siteIds: readonly string[] }

/**
 * The organisation's zone, and everything that a period asks for at the sites named (at all of them when none is). Throws `NotFound`
 * for a site the organisation does not have.
 */
export const loadWanted = async (tx: Tx, orgId: string, scope: Scope): Promise<Wanted & { zone: string }> => {
  const { start, siteIds } = scope
  const end = addDays(start, scope.days)
  const atSites = (site: PgColumn) => (siteIds.length === 0 ? undefined : inArray(site, [...siteIds]))
  const [settings] = await tx
    .select({ zone: organisationSettings.zone })
    .from(organisationSettings)
    .where(eq(organisationSettings.orgId, orgId))
  if (settings === undefined) throw new NotFound('organisation', orgId)
  const found = await tx
    .select({ id: sites.id, zone: sites.zone })
    .from(sites)
    .where(and(eq(sites.orgId, orgId), isNull(sites.deletedAt), atSites(sites.id)))
  const known = new Set(found.map((site) => site.id))
  const missing = siteIds.find((id) => !known.has(id))
  if (missing !== undefined) throw new NotFound('site', missing)
  const isInForce = and(
    lt(demandPatterns.validFrom, end),
    or(isNull(demandPatterns.validUntil), gte(demandPatterns.validUntil, start)),
  )
  const isOfPeriod = or(isNull(demandCurves.day), and(gte(demandCurves.day, start), lt(demandCurves.day, end)))
  const isBefore = and(ne(rosters.state, 'archived'), gte(shifts.day, addDays(start, -2)), lt(shifts.day, start))
  const reachesIn = gt(shifts.endsAt, startOfDay(addDays(start, -1), settings.zone))
  return {
    zone: settings.zone,
    sites: found,
    templates: await tx
      .select()
      .from(shiftTypes)
      .where(and(eq(shiftTypes.orgId, orgId), isNull(shiftTypes.deletedAt)))
      .orderBy(asc(shiftTypes.id)),
    dated: await tx
      .select()
      .from(demand)
      .where(and(eq(demand.orgId, orgId), gte(demand.day, start), lt(demand.day, end), atSites(demand.siteId)))
      .orderBy(asc(demand.id)),
    patterns: await tx
      .select()
      .from(demandPatterns)
      .where(and(eq(demandPatterns.orgId, orgId), isInForce, atSites(demandPatterns.siteId)))
      .orderBy(asc(demandPatterns.id)),
    curves: await tx
      .select()
      .from(demandCurves)
      .where(and(eq(demandCurves.orgId, orgId), isOfPeriod, atSites(demandCurves.siteId)))
      .orderBy(asc(demandCurves.id)),
    holidays: await tx
      .select({ day: holidays.day, siteId: holidays.siteId })
      .from(holidays)
      .where(and(eq(holidays.orgId, orgId), gte(holidays.day, start), lte(holidays.day, end))),
    before: await tx
      .select({
        siteId: shifts.siteId,
        startsAt: shifts.startsAt,
        endsAt: shifts.endsAt,
        headsMin: shifts.headsMin,
        skills: shifts.skills,
      })
      .from(shifts)
      .innerJoin(rosters, and(eq(rosters.orgId, shifts.orgId), eq(rosters.id, shifts.rosterId)))
      .where(and(eq(shifts.orgId, orgId), isBefore, reachesIn, atSites(shifts.siteId))),
  }
}
