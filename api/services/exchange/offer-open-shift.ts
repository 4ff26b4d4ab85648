import { and, eq, inArray } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { shiftClaims } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { offerRequest, openShiftWithClaims } from '../../contract/exchange.ts'
import { Conflict } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { notify } from '../shared/notify.ts'
import { requirePeopleWithin } from '../shared/reach.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { lockOpenShift, type OpenShiftRow, shiftData } from './internal.ts'
import { getOpenShift } from './list-open-shifts.ts'

/**
 * Asks people by name to take an open shift; whoever accepts first has it. People who were asked already are not asked twice.
 * Throws `Conflict` for a shift that is no longer open.
 */
export const offerOpenShift = async (
  ctx: Context,
  id: string,
  input: z.output<typeof offerRequest>,
): Promise<z.output<typeof openShiftWithClaims>> => {
  requirePermission(ctx, 'exchange:decide')
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const { open } = await lockOpenShift(ctx, tx, id)
    if (open.state !== 'open')
      throw new Conflict('conflict', `The shift is ${open.state} and cannot be offered.`, { id })
    await offerTo(ctx, tx, open, input.employeeIds, input.message ?? null)
  })
  ctx.waitUntil(dispatchOutbox(ctx))
  return getOpenShift(ctx, id)
}

/** Writes the offers and tells the people. Unknown people are the database's error. */
export const offerTo = async (
  ctx: Context,
  tx: Tx,
  open: OpenShiftRow,
  employeeIds: readonly string[],
  message: string | null,
): Promise<void> => {
  const wanted = [...new Set(employeeIds)]
  if (wanted.length === 0) return
  await requirePeopleWithin(ctx, tx, wanted)
  const asked = await tx
    .select({ employeeId: shiftClaims.employeeId })
    .from(shiftClaims)
    .where(
      and(
        eq(shiftClaims.orgId, ctx.orgId),
        eq(shiftClaims.openShiftId, open.id),
        inArray(shiftClaims.state, ['offered', 'pending', 'accepted']),
      ),
    )
  const known = new Set(asked.map((row) => row.employeeId))
  const fresh = wanted.filter((employeeId) => !known.has(employeeId))
  if (fresh.length === 0) return
  const createdAt = ctx.clock.now()
  await tx.insert(shiftClaims).values(
    fresh.map((employeeId) => ({
      orgId: ctx.orgId,
      id: ctx.ids.next(),
      openShiftId: open.id,
      employeeId,
      state: 'offered' as const,
      createdAt,
    })),
  )
  await notify(ctx, tx, {
    kind: 'shift-offered',
    to: { employeeIds: fresh },
    data: { ...shiftData(open), ...(message !== null && { message }) },
  })
  const details = { employeeIds: fresh }
  await writeAudit(ctx, tx, { action: 'offer-shift', entity: 'open shift', entityId: open.id, details })
}
