import { and, asc, eq, gte, inArray, isNull, lt } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { demand, organisationSettings, rosters, shifts, shiftTypes, sites } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { rosterCreate } from '../../contract/rostering.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { requireSiteWithin } from '../shared/reach.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { announceRoster } from './internal.ts'
import { addDays } from './local-time.ts'
import { openShifts } from './open-shifts.ts'
import { type RosterWire, toRosterWire } from './wire.ts'

/** Rows of one insert: twenty parameters each stay below PostgreSQL's 65,535. */
const rowsPerInsert = 1000
const shiftsMax = 20_000

/**
 * Creates a draft and opens its shifts from the demand of its sites (all sites when none is named). Throws `NotFound` for a
 * site the organisation does not have, `Invalid` when the period holds more shifts than one roster can.
 */
export const createRoster = async (ctx: Context, input: z.output<typeof rosterCreate>): Promise<RosterWire> => {
  requirePermission(ctx, 'rosters:write')
  const roster = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    requireSiteWithin(ctx, input.siteIds)
    // Whose reach ends at some sites plans those where none is named.
    const siteIds = input.siteIds.length === 0 ? [...(ctx.siteIds ?? [])] : input.siteIds
    const plan = await loadDemand(tx, ctx.orgId, { ...input, siteIds })
    const opened = openShifts({ start: input.start, days: input.days, ...plan })
    if (opened.length > shiftsMax) {
      const message = `${opened.length} shifts in ${input.days} days are more than a roster holds (${shiftsMax}). Choose a shorter period or fewer sites.`
      throw new Invalid('validation_failed', message, { shifts: opened.length, shiftsMax })
    }
    const [created] = await tx
      .insert(rosters)
      .values({
        orgId: ctx.orgId,
        id: ctx.ids.next(),
        name: input.name,
        start: input.start,
        days: input.days,
        zone: plan.zone,
        siteIds,
      })
      .returning()
    if (created === undefined) throw new Error('The roster was not written.')
    for (let from = 0; from < opened.length; from += rowsPerInsert) {
      const rows = opened.slice(from, from + rowsPerInsert).map((shift) => ({
        ...shift,
        orgId: ctx.orgId,
        id: ctx.ids.next(),
        rosterId: created.id,
        skills: { allOf: [...shift.skills.allOf], anyOf: [...shift.skills.anyOf] },
        tags: [...shift.tags],
      }))
      await tx.insert(shifts).values(rows)
    }
    const details = { name: input.name, start: input.start, days: input.days, shifts: opened.length }
    await writeAudit(ctx, tx, { action: 'create-roster', entity: 'roster', entityId: created.id, details })
    return created
  })
  announceRoster(ctx, roster)
  return toRosterWire(roster)
}

/** Zone, sites, templates and demand of the period. */
const loadDemand = async (tx: Tx, orgId: string, input: z.output<typeof rosterCreate>) => {
  const wanted = input.siteIds.length === 0 ? undefined : inArray(sites.id, input.siteIds)
  const [settings] = await tx
    .select({ zone: organisationSettings.zone })
    .from(organisationSettings)
    .where(eq(organisationSettings.orgId, orgId))
  if (settings === undefined) throw new NotFound('organisation', orgId)
  const found = await tx
    .select({ id: sites.id, zone: sites.zone })
    .from(sites)
    .where(and(eq(sites.orgId, orgId), isNull(sites.deletedAt), wanted))
  const known = new Set(found.map((site) => site.id))
  const missing = input.siteIds.find((id) => !known.has(id))
  if (missing !== undefined) throw new NotFound('site', missing)
  const templates = await tx
    .select()
    .from(shiftTypes)
    .where(and(eq(shiftTypes.orgId, orgId), isNull(shiftTypes.deletedAt)))
  const rows = await tx
    .select()
    .from(demand)
    .where(
      and(
        eq(demand.orgId, orgId),
        gte(demand.day, input.start),
        lt(demand.day, addDays(input.start, input.days)),
        input.siteIds.length === 0 ? undefined : inArray(demand.siteId, input.siteIds),
      ),
    )
    .orderBy(asc(demand.id))
  return { zone: settings.zone, sites: found, templates, demand: rows }
}
