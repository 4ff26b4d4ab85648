import { and, eq } from 'drizzle-orm'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { employees, shiftClaims } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { judgeIn } from '../rosters/apply-change.ts'
import { announceRoster } from '../rosters/internal.ts'
import { breachError } from '../rosters/refuse-change.ts'
import { notify } from '../shared/notify.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { grantClaim } from './grant-claim.ts'
import {
  actingFor,
  breachesFor,
  type Claim,
  claimColumns,
  costOf,
  exchangePolicy,
  isOwnRecord,
  isPersonOfClaim,
  lockOpenShift,
  type OpenShiftRow,
  requireSelfOr,
  shiftData,
  toClaimWire,
} from './internal.ts'

/**
 * Asks for an open shift, for oneself or for the person a manager names. Judged by the rules of the roster: what stops it refuses it
 * with the reasons. First come: it is theirs at once, unless claims need approval. Of two who press at the same moment one has it; the
 * other is told who and why (`Conflict`).
 */
export const claimOpenShift = async (ctx: Context, openShiftId: string, forEmployeeId?: string): Promise<Claim> => {
  requireSelfOr(ctx, 'exchange:decide')
  const { claim, roster } = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const employeeId = await actingFor(ctx, tx, forEmployeeId, 'exchange:decide')
    const { open, roster } = await lockOpenShift(ctx, tx, openShiftId)
    await requireTakable(ctx, tx, open)
    const judged = await judgeIn(ctx, tx, open.rosterId, {
      added: [{ shift: open.shiftId, employee: employeeId }],
      removed: [],
    })
    if (judged.stopping.length > 0) throw stopped(ctx, judged, employeeId)
    const claimId = await storeClaim(ctx, tx, open, employeeId, costOf(judged.delta.soft))
    const isActing = !(await isOwnRecord(ctx, tx, employeeId))
    const policy = await exchangePolicy(ctx, tx)
    const isAtOnce = open.mode === 'first-come' && (policy.claims === 'automatic' || isActing)
    const granted = isAtOnce
      ? await grantClaim(
          ctx,
          tx,
          { roster, open, judged },
          { claimId, employeeId, decidedBy: isActing ? ctx.user.id : null },
        )
      : null
    if (granted === null) await tellDeciders(ctx, tx, open, employeeId)
    return { claim: await readClaim(ctx, tx, claimId), roster: granted?.roster ?? null }
  })
  if (roster) announceRoster(ctx, roster)
  ctx.waitUntil(dispatchOutbox(ctx))
  return claim
}

const stopped = (ctx: Context, judged: Awaited<ReturnType<typeof judgeIn>>, employeeId: string) => {
  const error = breachError(judged.stopping, judged.rows, ctx.permissions)
  if (ctx.permissions.has('people:read')) return error
  const breaches = breachesFor(ctx, judged.stopping, employeeId)
  return new Conflict('conflict', error.message, { breaches })
}

/** Throws `Conflict` that says who has it where the caller may know, and what else keeps it from being taken. */
const requireTakable = async (ctx: Context, tx: Tx, open: OpenShiftRow): Promise<void> => {
  const details = { openShiftId: open.id, state: open.state }
  if (open.state === 'filled') {
    const names = ctx.permissions.has('people:read') ? await holders(ctx, tx, open.id) : []
    const who = names.length > 0 ? names.join(' and ') : 'Somebody else'
    throw new Conflict('conflict', `${who} was faster and has the shift. Look for another one.`, details)
  }
  if (open.state !== 'open')
    throw new Conflict('conflict', 'The shift is no longer open. Look for another one.', details)
  if (open.closesAt <= ctx.clock.now())
    throw new Conflict('conflict', 'The time to ask for this shift is over.', details)
}

const holders = async (ctx: Context, tx: Tx, openShiftId: string): Promise<string[]> => {
  const rows = await tx
    .select({ name: employees.name })
    .from(shiftClaims)
    .innerJoin(employees, isPersonOfClaim)
    .where(
      and(
        eq(shiftClaims.orgId, ctx.orgId),
        eq(shiftClaims.openShiftId, openShiftId),
        eq(shiftClaims.state, 'accepted'),
      ),
    )
  return rows.map(({ name }) => name)
}

/** A new claim, or the offer that was waiting for an answer. */
const storeClaim = async (
  ctx: Context,
  tx: Tx,
  open: OpenShiftRow,
  employeeId: string,
  cost: number,
): Promise<string> => {
  const [offered] = await tx
    .update(shiftClaims)
    .set({ state: 'pending', cost })
    .where(
      and(
        eq(shiftClaims.orgId, ctx.orgId),
        eq(shiftClaims.openShiftId, open.id),
        eq(shiftClaims.employeeId, employeeId),
        eq(shiftClaims.state, 'offered'),
      ),
    )
    .returning({ id: shiftClaims.id })
  if (offered) return offered.id
  const id = ctx.ids.next()
  const createdAt = ctx.clock.now()
  await tx
    .insert(shiftClaims)
    .values({ orgId: ctx.orgId, id, openShiftId: open.id, employeeId, state: 'pending', cost, createdAt })
  const details = { openShiftId: open.id, employeeId }
  await writeAudit(ctx, tx, { action: 'claim-shift', entity: 'claim', entityId: id, details })
  return id
}

const tellDeciders = async (ctx: Context, tx: Tx, open: OpenShiftRow, employeeId: string): Promise<void> => {
  const [person] = await tx
    .select({ name: employees.name })
    .from(employees)
    .where(and(eq(employees.orgId, ctx.orgId), eq(employees.id, employeeId)))
  await notify(ctx, tx, {
    kind: 'claim-made',
    to: { permission: 'exchange:decide' },
    data: { ...shiftData(open), employee: person?.name ?? '' },
    onceKey: `claim-made:${open.id}:${employeeId}`,
  })
}

export const readClaim = async (ctx: Context, tx: Pick<Tx, 'select'>, id: string): Promise<Claim> => {
  const [row] = await tx
    .select(claimColumns)
    .from(shiftClaims)
    .innerJoin(employees, isPersonOfClaim)
    .where(and(eq(shiftClaims.orgId, ctx.orgId), eq(shiftClaims.id, id)))
  if (row === undefined) throw new NotFound('claim', id)
  return toClaimWire(ctx, row)
}
