import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { timeOffRequests } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { timeOffDecide, timeOffDecided } from '../../contract/time-off.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { isOwnRecord } from '../exchange/internal.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { columns, isThis, lockTimeOff, type TimeOffRow, toTimeOff } from './internal.ts'
import { loadType } from './load-policy.ts'
import { type Decision, planDecision } from './plan-decision.ts'
import { plannedShifts } from './planned-shifts.ts'
import { loadDecisions, tellTimeOff, writeDecision, writeLedger } from './write-time-off.ts'

type Decided = z.output<typeof timeOffDecided>
type Input = z.output<typeof timeOffDecide> & { id: string; version: number }

/**
 * Says yes or no to a request at the next level. Granted, it keeps nobody off a published shift by itself: those shifts are
 * answered, and their rosters show the breach. Throws `NotFound`, `VersionConflict`, `Forbidden` about oneself and for a second yes of
 * the same person, `Conflict` where nothing is left to decide.
 */
export const decideTimeOff = async (ctx: Context, { id, version, ...said }: Input): Promise<Decided> => {
  requirePermission(ctx, 'time-off:approve')
  const result = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await lockTimeOff(ctx, tx, id, 'time-off:approve')
    requireVersion('time off', stored, version)
    const { row, approvalsLeft } = await decide(ctx, tx, stored, { ...said, note: said.note ?? null })
    const shifts = row.state === 'rejected' ? [] : await plannedShifts(ctx, tx, row, ['published'])
    return { ...toTimeOff(row), approvalsLeft, shifts }
  })
  ctx.waitUntil(dispatchOutbox(ctx))
  return result
}

/** One decision about a locked request, with everything it brings: ledger, message, line in the log. */
export const decide = async (
  ctx: Context,
  tx: Tx,
  stored: TimeOffRow,
  { decision, note }: { decision: Decision; note: string | null },
): Promise<{ row: TimeOffRow; approvalsLeft: number }> => {
  const { id, version } = stored
  const type = await loadType(ctx, tx, stored.typeId, { isNew: false })
  const isOwn = await isOwnRecord(ctx, tx, stored.employeeId)
  const said = await loadDecisions(ctx, tx, id)
  const step = planDecision(stored, said, type?.approvalLevels ?? 1, { decision, userId: ctx.user.id, isOwn })
  await writeDecision(ctx, tx, id, { level: step.level, decision, note })
  const row = one(
    await tx
      .update(timeOffRequests)
      .set({ state: step.state, version: version + 1 })
      .where(isThis(ctx.orgId, id))
      .returning(columns),
  )
  await writeLedger(ctx, tx, stored, row)
  await tellTimeOff(ctx, tx, row, type, note)
  await writeAudit(ctx, tx, {
    action: 'decide-time-off',
    entity: 'time off',
    entityId: id,
    details: { employeeId: row.employeeId, decision, level: step.level, state: step.state },
  })
  return { row, approvalsLeft: step.approvalsLeft }
}
