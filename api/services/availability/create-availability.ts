import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { availability } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { availabilityCreate } from '../../contract/workforce.ts'
import { one } from '../shared/one.ts'
import { requireActive } from '../shared/require-active.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Availability, columns, toAvailability } from './internal.ts'

/** Adds availability of a person. Throws `Invalid` for an unknown person or shift type; an end before the start escapes as a violated constraint. */
export const createAvailability = async (
  ctx: Context,
  input: z.output<typeof availabilityCreate>,
): Promise<Availability> => {
  requirePermission(ctx, 'people:write')
  const { start, end, ...rest } = input
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    await requireActive(tx, ctx.orgId, {
      employees: [input.employeeId],
      shiftTypes: input.shiftTypeId ? [input.shiftTypeId] : [],
    })
    const values = { orgId: ctx.orgId, id: ctx.ids.next(), ...rest, startsAt: new Date(start), endsAt: new Date(end) }
    const row = one(await tx.insert(availability).values(values).returning(columns))
    const details = { employeeId: row.employeeId }
    await writeAudit(ctx, tx, { action: 'create-availability', entity: 'availability', entityId: row.id, details })
    return toAvailability(row)
  })
}
