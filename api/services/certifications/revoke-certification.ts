import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { certifications } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { certificationRevoke } from '../../contract/certifications.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Certification, columns, isThis, openCertification, toWire } from './internal.ts'

type Revocation = { id: string; version: number } & z.output<typeof certificationRevoke>

/** Takes a certification back for good; from now on it proves nothing. Throws `NotFound`, `VersionConflict`, and `Conflict` for one that is revoked. */
export const revokeCertification = async (ctx: Context, { id, version, note }: Revocation): Promise<Certification> => {
  requirePermission(ctx, 'people:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const { stored, today } = await openCertification(ctx, tx, { id, version }, 'is revoked already.')
    const row = one(
      await tx
        .update(certifications)
        .set({ state: 'revoked', note, version: version + 1 })
        .where(isThis(ctx.orgId, id))
        .returning(columns),
    )
    const entry = { action: 'revoke-certification', entity: 'certification', entityId: id, before: stored, after: row }
    await writeAudit(ctx, tx, entry)
    return toWire(row, today)
  })
}
