import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { certifications } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { certificationRenew } from '../../contract/certifications.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Certification, columns, isThis, openCertification, toWire } from './internal.ts'

type Renewal = { id: string; version: number; paper: z.output<typeof certificationRenew> }

/**
 * Adds the paper that follows another one and answers it. While it is pending the old one waits (`renewal-pending`) and counts
 * until its last day. Throws `NotFound`, `VersionConflict`, and `Conflict` for one that was revoked.
 */
export const renewCertification = async (ctx: Context, { id, version, paper }: Renewal): Promise<Certification> => {
  requirePermission(ctx, 'people:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const { stored, today } = await openCertification(
      ctx,
      tx,
      { id, version },
      'was revoked and cannot be renewed. Add a new one.',
    )
    const { employeeId, skillId, issuer } = stored
    const next = { orgId: ctx.orgId, id: ctx.ids.next(), employeeId, skillId, issuer, ...paper, renewsId: id }
    const row = one(await tx.insert(certifications).values(next).returning(columns))
    const state = paper.state === 'pending' ? 'renewal-pending' : 'active'
    await tx
      .update(certifications)
      .set({ state, version: version + 1 })
      .where(isThis(ctx.orgId, id))
    await writeAudit(ctx, tx, {
      action: 'renew-certification',
      entity: 'certification',
      entityId: id,
      details: { renewedBy: row.id },
      before: { state: stored.state },
      after: { state },
    })
    return toWire(row, today)
  })
}
