import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { holidays } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { holidayCreate } from '../../contract/places.ts'
import { one } from '../shared/one.ts'
import { requireActive } from '../shared/require-active.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { columns, type Holiday, requireMayKeep } from './internal.ts'

/** Adds a holiday by hand. Throws `Invalid` for an unknown site; `already_exists` for the same day twice escapes as a violated constraint. */
export const createHoliday = async (ctx: Context, input: z.output<typeof holidayCreate>): Promise<Holiday> => {
  requirePermission(ctx, 'places:write')
  requireMayKeep(ctx, input.siteId)
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    await requireActive(tx, ctx.orgId, { sites: input.siteId === null ? [] : [input.siteId] })
    const row = one(
      await tx
        .insert(holidays)
        .values({ orgId: ctx.orgId, id: ctx.ids.next(), ...input, source: 'manual' })
        .returning(columns),
    )
    await writeAudit(ctx, tx, { action: 'create-holiday', entity: 'holiday', entityId: row.id, after: row })
    return row
  })
}
