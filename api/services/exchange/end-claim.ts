import { and, eq } from 'drizzle-orm'
import { withOrg } from '../../../drizzle/client.ts'
import { shiftClaims } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { readClaim } from './claim-open-shift.ts'
import { actingFor, type Claim, requireSelfOr } from './internal.ts'

const from = { withdrawn: ['pending'], declined: ['offered'] } as const
const wayOut = {
  withdrawn: 'Only a claim that was not decided can be withdrawn. Offer the shift to somebody instead.',
  declined: 'Only an offer that was not answered can be declined.',
}

/**
 * Takes back a claim, or declines an offer, one's own or that of a person a manager acts for. Throws `NotFound` for somebody else's
 * claim, `Conflict` when it was decided already; the same answer again changes nothing.
 */
export const endClaim = async (ctx: Context, id: string, to: 'withdrawn' | 'declined'): Promise<Claim> => {
  requireSelfOr(ctx, 'exchange:decide')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const isClaim = and(eq(shiftClaims.orgId, ctx.orgId), eq(shiftClaims.id, id))
    const [claim] = await tx.select().from(shiftClaims).where(isClaim).for('update')
    if (claim === undefined) throw new NotFound('claim', id)
    await requireOwn(ctx, () => actingFor(ctx, tx, claim.employeeId, 'exchange:decide'), id)
    if (claim.state !== to) {
      if (!from[to].some((state) => state === claim.state)) {
        throw new Conflict('conflict', `The claim is ${claim.state}. ${wayOut[to]}`, {
          claimId: id,
          state: claim.state,
        })
      }
      await tx
        .update(shiftClaims)
        .set({ state: to, decidedAt: ctx.clock.now(), version: claim.version + 1 })
        .where(isClaim)
      await writeAudit(ctx, tx, { action: 'end-claim', entity: 'claim', entityId: id, details: { state: to } })
    }
    return readClaim(ctx, tx, id)
  })
}

/** Somebody else's claim looks like a missing one. */
const requireOwn = async (ctx: Context, acting: () => Promise<unknown>, id: string): Promise<void> => {
  if (ctx.permissions.has('exchange:decide')) {
    await acting()
    return
  }
  try {
    await acting()
  } catch {
    throw new NotFound('claim', id)
  }
}
