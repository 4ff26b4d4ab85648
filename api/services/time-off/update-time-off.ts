import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { timeOffRequests } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { timeOffUpdate } from '../../contract/workforce.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { columns, isThis, loadTimeOff, type TimeOff, toTimeOff } from './internal.ts'

type Change = { id: string; version: number; change: z.output<typeof timeOffUpdate> }

/** Changes the fields that are named. Throws `NotFound` and `VersionConflict`; an end before the start escapes as a violated constraint. */
export const updateTimeOff = async (ctx: Context, { id, version, change }: Change): Promise<TimeOff> => {
  requirePermission(ctx, 'people:write')
  const { start, end, ...rest } = change
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await loadTimeOff(tx, ctx.orgId, id)
    requireVersion('time off', stored, version)
    const values = {
      ...rest,
      ...(start !== undefined && { startsAt: new Date(start) }),
      ...(end !== undefined && { endsAt: new Date(end) }),
      version: version + 1,
    }
    const row = one(await tx.update(timeOffRequests).set(values).where(isThis(ctx.orgId, id)).returning(columns))
    const details = { employeeId: row.employeeId, fields: Object.keys(change) }
    await writeAudit(ctx, tx, { action: 'update-time-off', entity: 'time off', entityId: id, details })
    return toTimeOff(row)
  })
}
