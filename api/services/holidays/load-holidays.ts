import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { holidays } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { holidayLoad, holidayLoaded } from '../../contract/places.ts'
import { requireActive } from '../shared/require-active.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Calendar, holidaysOf } from './calendar.ts'
import { requireMayKeep } from './internal.ts'

/**
 * Takes a year's public holidays of a country or region over from the calendar. A day that has a holiday already keeps it, so
 * loading again adds nothing. Throws `Invalid` for what the calendar does not know and for an unknown site.
 */
export const loadHolidays = async (
  ctx: Context,
  input: z.output<typeof holidayLoad>,
): Promise<z.output<typeof holidayLoaded>> => {
  requirePermission(ctx, 'places:write')
  requireMayKeep(ctx, input.siteId)
  // Only this verb needs the dates: they are read when it is first asked.
  const { default: calendar } = await import('./calendar.json', { with: { type: 'json' } })
  const wanted = holidaysOf(calendar as Calendar, input)
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    await requireActive(tx, ctx.orgId, { sites: input.siteId === null ? [] : [input.siteId] })
    const rows = wanted.map((holiday) => ({
      orgId: ctx.orgId,
      id: ctx.ids.next(),
      siteId: input.siteId,
      source: 'calendar' as const,
      ...holiday,
    }))
    const added =
      rows.length === 0
        ? []
        : await tx.insert(holidays).values(rows).onConflictDoNothing().returning({ id: holidays.id })
    await writeAudit(ctx, tx, {
      action: 'load-holidays',
      entity: 'holiday',
      details: { ...input, added: added.length },
    })
    return { added: added.length, known: rows.length - added.length }
  })
}
