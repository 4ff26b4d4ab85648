import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { availability } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { availabilityCreate } from '../../contract/availability.ts'
import { actingFor, requireSelfOr } from '../exchange/internal.ts'
import { one } from '../shared/one.ts'
import { requireActive } from '../shared/require-active.ts'
import { requireZone } from '../shared/require-zone.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { checkRecurrence } from './check-recurrence.ts'
import { type Availability, columns, toAvailability } from './internal.ts'

/**
 * Adds availability of oneself, or of the person a manager names. Throws `Invalid` for an unknown shift type, an unknown zone and
 * what is no recurrence; `NotFound` for an unknown person; an end before the start escapes as a violated constraint.
 */
export const createAvailability = async (
  ctx: Context,
  { start, end, exceptions, ...input }: z.output<typeof availabilityCreate>,
): Promise<Availability> => {
  requireSelfOr(ctx, 'people:write')
  const times = {
    startsAt: new Date(start),
    endsAt: new Date(end),
    exceptions: exceptions.map((at) => new Date(at)),
  }
  const { rrule = null, zone = null } = input
  if (zone !== null) requireZone(zone)
  checkRecurrence({ ...times, rrule, zone })
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const employeeId = await actingFor(ctx, tx, input.employeeId, 'people:write')
    await requireActive(tx, ctx.orgId, { shiftTypes: input.shiftTypeId ? [input.shiftTypeId] : [] })
    const values = { ...input, ...times, orgId: ctx.orgId, id: ctx.ids.next(), employeeId }
    const row = one(await tx.insert(availability).values(values).returning(columns))
    const details = { employeeId: row.employeeId }
    await writeAudit(ctx, tx, { action: 'create-availability', entity: 'availability', entityId: row.id, details })
    return toAvailability(row)
  })
}
