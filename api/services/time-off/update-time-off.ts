import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { timeOffRequests } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { timeOffUpdate } from '../../contract/time-off.ts'
import { Conflict } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { isOwnRecord } from '../exchange/internal.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { decide } from './decide-time-off.ts'
import { columns, isThis, lockTimeOff, type TimeOff, type TimeOffRow, toTimeOff } from './internal.ts'
import { loadType } from './load-policy.ts'
import { measureLeave } from './measure-leave.ts'
import { notOneself, refuseOwnBegun, type TimeOffState } from './plan-decision.ts'
import { writeLedger } from './write-time-off.ts'

type Values = z.output<typeof timeOffUpdate>
type Change = { id: string; version: number; change: Values }

/**
 * Changes the fields that are named, for managers. A decision named in `state` is made as `decideTimeOff` makes it, after the other
 * changes. Throws `NotFound`, `VersionConflict`, `Forbidden` about one's own, `Conflict` for what is over, and what the policy refuses;
 * a balance that does not suffice and an end before the start escape as violated constraints.
 */
export const updateTimeOff = async (ctx: Context, { id, version, change }: Change): Promise<TimeOff> => {
  requirePermission(ctx, 'people:write')
  const { state, ...fields } = change
  if (state === 'approved' || state === 'rejected') requirePermission(ctx, 'time-off:approve')
  const result = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await lockTimeOff(ctx, tx, id, 'people:write')
    requireVersion('time off', stored, version)
    const isOwn = await isOwnRecord(ctx, tx, stored.employeeId)
    refuseChange(stored, change, isOwn)
    if (isOwn && state === 'cancelled') refuseOwnBegun(stored, ctx.clock.now())
    const isDecision = stored.state === 'pending' && (state === 'approved' || state === 'rejected')
    const rest = isDecision || state === undefined ? {} : { state }
    if (isDecision && Object.keys(fields).length === 0) {
      return toTimeOff((await decide(ctx, tx, stored, { decision: state, note: null })).row)
    }
    const row = await write(ctx, tx, stored, { ...fields, ...rest }, isOwn)
    // One request is one step of the version, whatever it does.
    return toTimeOff(
      isDecision ? (await decide(ctx, tx, { ...row, version }, { decision: state, note: null })).row : row,
    )
  })
  ctx.waitUntil(dispatchOutbox(ctx))
  return result
}

const touchesPolicy = ({ start, end, typeId }: Values) =>
  start !== undefined || end !== undefined || typeId !== undefined

const refuseChange = (stored: TimeOffRow, change: Values, isOwn: boolean): void => {
  const { state } = change
  const isOver: Record<TimeOffState, boolean> = { pending: false, approved: false, rejected: true, cancelled: true }
  if (isOver[stored.state] && (touchesPolicy(change) || (state !== undefined && state !== stored.state))) {
    throw new Conflict('conflict', `Time off ${stored.id} is ${stored.state}. Enter it anew.`)
  }
  if (stored.state === 'approved' && state === 'pending') {
    throw new Conflict('conflict', `Time off ${stored.id} is approved. Cancel it and ask anew.`)
  }
  if (isOwn && stored.state === 'approved' && (touchesPolicy(change) || state === 'rejected')) throw notOneself()
}

const write = async (ctx: Context, tx: Tx, stored: TimeOffRow, change: Values, isOwn: boolean): Promise<TimeOffRow> => {
  const { start, end, ...rest } = change
  const span = {
    startsAt: start === undefined ? stored.startsAt : new Date(start),
    endsAt: end === undefined ? stored.endsAt : new Date(end),
  }
  const typeId = rest.typeId === undefined ? stored.typeId : rest.typeId
  const type = await loadType(ctx, tx, typeId, { isNew: typeId !== stored.typeId })
  const asked = { ...span, employeeId: stored.employeeId, requestId: stored.id, isOwn }
  const minutes = touchesPolicy(change) ? await measureLeave(ctx, tx, asked, type) : stored.minutes
  const row = one(
    await tx
      .update(timeOffRequests)
      .set({ ...rest, ...span, minutes, version: stored.version + 1 })
      .where(isThis(ctx.orgId, stored.id))
      .returning(columns),
  )
  await writeLedger(ctx, tx, stored, row)
  await writeAudit(ctx, tx, {
    action: 'update-time-off',
    entity: 'time off',
    entityId: row.id,
    details: { employeeId: row.employeeId, fields: Object.keys(change) },
  })
  return row
}
