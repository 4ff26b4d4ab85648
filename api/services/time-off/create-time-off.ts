import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { timeOffRequests } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { timeOffCreate } from '../../contract/time-off.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { actingFor, isOwnRecord, requireSelfOr } from '../exchange/internal.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { columns, type TimeOff, toTimeOff } from './internal.ts'
import { loadType } from './load-policy.ts'
import { measureLeave } from './measure-leave.ts'
import { planStart } from './plan-decision.ts'
import { tellTimeOff, writeDecision, writeLedger } from './write-time-off.ts'

/**
 * Asks for time off for oneself, or enters it for the person a manager names. What it takes is off the balance at once, also while it
 * waits. Throws `NotFound` for an unknown person, `Invalid` and `Conflict` for what the policy refuses; a balance that does not suffice
 * and an end before the start escape as violated constraints.
 */
export const createTimeOff = async (ctx: Context, input: z.output<typeof timeOffCreate>): Promise<TimeOff> => {
  requireSelfOr(ctx, 'people:write')
  const result = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const employeeId = await actingFor(ctx, tx, input.employeeId, 'people:write')
    const isOwn = await isOwnRecord(ctx, tx, employeeId)
    const wanted = input.state
    if (wanted === 'approved' && !isOwn) requirePermission(ctx, 'time-off:approve')
    const type = await loadType(ctx, tx, input.typeId ?? null, { isNew: true })
    const mayApprove = ctx.permissions.has('time-off:approve')
    const { state, decides } = planStart(type?.approvalLevels ?? 1, { wanted, isOwn, mayApprove })
    const id = ctx.ids.next()
    const span = { startsAt: new Date(input.start), endsAt: new Date(input.end) }
    const minutes = await measureLeave(ctx, tx, { ...span, employeeId, requestId: id, isOwn }, type)
    const values = { orgId: ctx.orgId, id, employeeId, ...span, typeId: type?.id ?? null, minutes, state }
    const row = one(
      await tx
        .insert(timeOffRequests)
        .values({ ...values, reason: input.reason ?? null, requestedBy: ctx.user.id })
        .returning(columns),
    )
    await writeLedger(ctx, tx, null, row)
    if (decides) await writeDecision(ctx, tx, id, { level: 1, decision: 'approved', note: null })
    if (state === 'pending' || !isOwn) await tellTimeOff(ctx, tx, row, type, null)
    const details = { employeeId, state, minutes }
    await writeAudit(ctx, tx, { action: 'create-time-off', entity: 'time off', entityId: id, details })
    return toTimeOff(row)
  })
  ctx.waitUntil(dispatchOutbox(ctx))
  return result
}
