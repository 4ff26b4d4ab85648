import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { rosters, shifts } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { rosterCreate } from '../../contract/rostering.ts'
import { Invalid } from '../../errors.ts'
import { requireSiteWithin } from '../shared/reach.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { announceRoster } from './internal.ts'
import { loadWanted } from './load-wanted.ts'
import { planShifts, type Wanted } from './plan-shifts.ts'
import { type RosterWire, toRosterWire } from './wire.ts'

/** Rows of one insert: twenty parameters each stay below PostgreSQL's 65,535. */
const rowsPerInsert = 1000
const shiftsMax = 20_000
/** Covering a day's curves at a site takes tens of milliseconds; a request may not take minutes. */
const curveDaysMax = 500

/**
 * Creates a draft and opens its shifts from the demand of its sites (all sites when none is named): patterns, dated lines, curves. Throws `NotFound` for a
 * site the organisation does not have, `Invalid` when the period holds more shifts, or more days with curves to cover, than one roster can.
 */
export const createRoster = async (ctx: Context, input: z.output<typeof rosterCreate>): Promise<RosterWire> => {
  requirePermission(ctx, 'rosters:write')
  const roster = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    requireSiteWithin(ctx, input.siteIds)
    // Whose reach ends at some sites plans those where none is named.
    const siteIds = input.siteIds.length === 0 ? [...(ctx.siteIds ?? [])] : input.siteIds
    const wanted = await loadWanted(tx, ctx.orgId, { ...input, siteIds })
    requireFewCurves(input.days, wanted)
    const { opened, missingHeadMinutes } = planShifts(input, wanted)
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
        zone: wanted.zone,
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
    const details = {
      name: input.name,
      start: input.start,
      days: input.days,
      shifts: opened.length,
      missingHeadMinutes,
    }
    await writeAudit(ctx, tx, { action: 'create-roster', entity: 'roster', entityId: created.id, details })
    return created
  })
  announceRoster(ctx, roster)
  return toRosterWire(roster)
}

const requireFewCurves = (days: number, { curves }: Wanted): void => {
  const curveDays = days * new Set(curves.map(({ siteId }) => siteId)).size
  if (curveDays <= curveDaysMax) return
  const message = `${curveDays} days of sites with demand curves are more than one roster covers (${curveDaysMax}). Choose a shorter period or fewer sites.`
  throw new Invalid('validation_failed', message, { curveDays, curveDaysMax })
}
