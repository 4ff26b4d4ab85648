// Giving an open shift to a person: the one place where a claim, a bid or an accepted offer becomes an assignment.
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { assignments, openShifts, shiftClaims } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { applyJudged, type Judged } from '../rosters/apply-change.ts'
import type { RosterRow } from '../rosters/planning-rows.ts'
import { notify } from '../shared/notify.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type OpenShiftRow, shiftData } from './internal.ts'
import { loseClaims } from './settle-exchanges.ts'

export type Grant = { claimId: string; employeeId: string; decidedBy: string | null }

/**
 * Accepts a stored claim of an open shift; roster and open shift are locked and the change is judged. Counts the head first, so that
 * the database itself refuses one too many. Answers the roster and the open shift as they now stand.
 */
export const grantClaim = async (
  ctx: Context,
  tx: Tx,
  { roster, open, judged }: { roster: RosterRow; open: OpenShiftRow; judged: Judged },
  { claimId, employeeId, decidedBy }: Grant,
): Promise<{ roster: RosterRow; open: OpenShiftRow }> => {
  const headsTaken = open.headsTaken + 1
  const state = headsTaken >= open.heads ? 'filled' : 'open'
  await tx
    .update(openShifts)
    .set({ headsTaken, state, version: open.version + 1 })
    .where(and(eq(openShifts.orgId, ctx.orgId), eq(openShifts.id, open.id)))
  const isClaim = and(eq(shiftClaims.orgId, ctx.orgId), eq(shiftClaims.id, claimId))
  const decided = { state: 'accepted' as const, decidedBy, decidedAt: ctx.clock.now() }
  await tx.update(shiftClaims).set(decided).where(isClaim)
  const saved = await applyJudged(ctx, tx, roster, judged)
  const [assignment] = await tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(
      and(
        eq(assignments.orgId, ctx.orgId),
        eq(assignments.shiftId, open.shiftId),
        eq(assignments.employeeId, employeeId),
      ),
    )
  await tx
    .update(shiftClaims)
    .set({ assignmentId: assignment?.id ?? null })
    .where(isClaim)
  const data = { ...shiftData(open), rosterId: open.rosterId }
  await notify(ctx, tx, {
    kind: 'claim-decided',
    to: { employeeIds: [employeeId] },
    data: { ...data, decision: 'accepted' },
  })
  if (state === 'filled') await loseClaims(ctx, tx, open.id, 'Somebody else has it', shiftData(open))
  await writeAudit(ctx, tx, {
    action: 'grant-claim',
    entity: 'claim',
    entityId: claimId,
    details: { employeeId, shiftId: open.shiftId, openShiftId: open.id },
  })
  return { roster: saved, open: { ...open, headsTaken, state, version: open.version + 1 } }
}
