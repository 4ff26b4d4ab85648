import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { availability } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { availabilityUpdate } from '../../contract/workforce.ts'
import { one } from '../shared/one.ts'
import { requireActive } from '../shared/require-active.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Availability, columns, isThis, loadAvailability, toAvailability } from './internal.ts'

type Change = { id: string; version: number; change: z.output<typeof availabilityUpdate> }

/** Changes the fields that are named. Throws `NotFound` and `VersionConflict`; an end before the start escapes as a violated constraint. */
export const updateAvailability = async (ctx: Context, { id, version, change }: Change): Promise<Availability> => {
  requirePermission(ctx, 'people:write')
  const { start, end, ...rest } = change
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await loadAvailability(tx, ctx.orgId, id)
    requireVersion('availability', stored, version)
    await requireActive(tx, ctx.orgId, { shiftTypes: rest.shiftTypeId ? [rest.shiftTypeId] : [] })
    const values = {
      ...rest,
      ...(start !== undefined && { startsAt: new Date(start) }),
      ...(end !== undefined && { endsAt: new Date(end) }),
      version: version + 1,
    }
    const row = one(await tx.update(availability).set(values).where(isThis(ctx.orgId, id)).returning(columns))
    const details = { employeeId: row.employeeId, fields: Object.keys(change) }
    await writeAudit(ctx, tx, { action: 'update-availability', entity: 'availability', entityId: id, details })
    return toAvailability(row)
  })
}
