import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { certifications } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { certificationUpdate } from '../../contract/certifications.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Certification, columns, isThis, openCertification, toWire } from './internal.ts'

type Change = { id: string; version: number; change: z.output<typeof certificationUpdate> }

/** Changes the fields that are named. Throws `NotFound`, `VersionConflict`, and `Conflict` for one that was revoked; violated constraints escape. */
export const updateCertification = async (ctx: Context, { id, version, change }: Change): Promise<Certification> => {
  requirePermission(ctx, 'people:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const { stored, today } = await openCertification(
      ctx,
      tx,
      { id, version },
      'was revoked and stands as it is. Add a new one.',
    )
    const row = one(
      await tx
        .update(certifications)
        .set({ ...change, version: version + 1 })
        .where(isThis(ctx.orgId, id))
        .returning(columns),
    )
    const entry = { action: 'update-certification', entity: 'certification', entityId: id, before: stored, after: row }
    await writeAudit(ctx, tx, entry)
    return toWire(row, today)
  })
}
