// What writing a request brings with it: the ledger, the decision, messages.
import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { employees, timeOffDecisions, timeOffLedger } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { localDay } from '../rosters/local-time.ts'
import { spanInWords } from '../shared/local-words.ts'
import { notify } from '../shared/notify.ts'
import { one } from '../shared/one.ts'
import type { TimeOffRow } from './internal.ts'
import { type TimeOffType, zoneOf } from './load-policy.ts'
import type { Decision } from './plan-decision.ts'
import { planLedger } from './plan-ledger.ts'

/** Entries of the ledger for a request that changed; null where it was not there, or is not there any more. */
export const writeLedger = async (
  ctx: Context,
  tx: Tx,
  before: TimeOffRow | null,
  after: TimeOffRow | null,
): Promise<void> => {
  const request = after ?? before
  const entries = planLedger(before, after)
  if (request === null || entries.length === 0) return
  const effectiveOn = localDay(request.startsAt, await zoneOf(ctx, tx))
  await tx.insert(timeOffLedger).values(
    entries.map((entry) => ({
      ...entry,
      orgId: ctx.orgId,
      id: ctx.ids.next(),
      employeeId: request.employeeId,
      requestId: request.id,
      effectiveOn,
      createdBy: ctx.user.id,
    })),
  )
}

/** Who said what about a request, by level. */
export const loadDecisions = (ctx: Context, tx: Tx, requestId: string) =>
  tx
    .select({
      level: timeOffDecisions.level,
      decision: timeOffDecisions.decision,
      decidedBy: timeOffDecisions.decidedBy,
      note: timeOffDecisions.note,
      at: timeOffDecisions.createdAt,
    })
    .from(timeOffDecisions)
    .where(and(eq(timeOffDecisions.orgId, ctx.orgId), eq(timeOffDecisions.requestId, requestId)))
    .orderBy(asc(timeOffDecisions.level))

export const writeDecision = async (
  ctx: Context,
  tx: Tx,
  requestId: string,
  said: { level: number; decision: Decision; note: string | null },
): Promise<void> => {
  await tx.insert(timeOffDecisions).values({ orgId: ctx.orgId, requestId, ...said, decidedBy: ctx.user.id })
}

/** Tells approvers of a request that waits, or its person what became of it. */
export const tellTimeOff = async (
  ctx: Context,
  tx: Tx,
  request: TimeOffRow,
  type: TimeOffType | null,
  note: string | null,
): Promise<void> => {
  const { name } = one(
    await tx
      .select({ name: employees.name })
      .from(employees)
      .where(and(eq(employees.orgId, ctx.orgId), eq(employees.id, request.employeeId))),
  )
  const when = spanInWords(request.startsAt, request.endsAt, await zoneOf(ctx, tx))
  const data = { when, type: type?.name ?? 'Time off', timeOffId: request.id }
  if (request.state === 'pending') {
    const reason = request.reason === null ? {} : { reason: request.reason }
    await notify(ctx, tx, {
      kind: 'time-off-requested',
      to: { permission: 'time-off:approve' },
      data: { ...data, ...reason, employee: name },
    })
    return
  }
  await notify(ctx, tx, {
    kind: 'time-off-decided',
    to: { employeeIds: [request.employeeId] },
    data: { ...data, decision: request.state, ...(note !== null && { note }) },
  })
}
