import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { availability } from '../../../drizzle/schema/index.ts'
import { type Context, requireVersion } from '../../context.ts'
import type { availabilityUpdate } from '../../contract/availability.ts'
import { requireSelfOr } from '../exchange/internal.ts'
import { one } from '../shared/one.ts'
import { requireActive } from '../shared/require-active.ts'
import { requireZone } from '../shared/require-zone.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { checkRecurrence } from './check-recurrence.ts'
import { type Availability, columns, isThis, loadAvailability, toAvailability, toTimes } from './internal.ts'

type Change = { id: string; version: number; change: z.output<typeof availabilityUpdate> }

/**
 * Changes the fields that are named, of one's own record or anybody's for managers. Throws `NotFound`, `VersionConflict`, and
 * `Invalid` for what is no recurrence; an end before the start escapes as a violated constraint.
 */
export const updateAvailability = async (ctx: Context, { id, version, change }: Change): Promise<Availability> => {
  requireSelfOr(ctx, 'people:write')
  const { start, end, exceptions, ...rest } = change
  if (rest.zone) requireZone(rest.zone)
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await loadAvailability(ctx, tx, id, 'write')
    requireVersion('availability', stored, version)
    const times = toTimes({ start, end, exceptions })
    checkRecurrence({
      ...stored,
      ...times,
      rrule: rest.rrule === undefined ? stored.rrule : rest.rrule,
      zone: rest.zone === undefined ? stored.zone : rest.zone,
    })
    await requireActive(tx, ctx.orgId, { shiftTypes: rest.shiftTypeId ? [rest.shiftTypeId] : [] })
    const values = { ...rest, ...times, version: version + 1 }
    const row = one(await tx.update(availability).set(values).where(isThis(ctx.orgId, id)).returning(columns))
    const details = { employeeId: row.employeeId, fields: Object.keys(change) }
    await writeAudit(ctx, tx, { action: 'update-availability', entity: 'availability', entityId: id, details })
    return toAvailability(row)
  })
}
