import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { timeOffRequests } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { timeOffCreate } from '../../contract/workforce.ts'
import { one } from '../shared/one.ts'
import { requireActive } from '../shared/require-active.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { columns, type TimeOff, toTimeOff } from './internal.ts'

/** Adds time off of a person. Throws `Invalid` for an unknown person; an end before the start escapes as a violated constraint. */
export const createTimeOff = async (ctx: Context, input: z.output<typeof timeOffCreate>): Promise<TimeOff> => {
  requirePermission(ctx, 'people:write')
  const { start, end, ...rest } = input
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    await requireActive(tx, ctx.orgId, { employees: [input.employeeId] })
    const values = { orgId: ctx.orgId, id: ctx.ids.next(), ...rest, startsAt: new Date(start), endsAt: new Date(end) }
    const row = one(await tx.insert(timeOffRequests).values(values).returning(columns))
    const details = { employeeId: row.employeeId }
    await writeAudit(ctx, tx, { action: 'create-time-off', entity: 'time off', entityId: row.id, details })
    return toTimeOff(row)
  })
}
