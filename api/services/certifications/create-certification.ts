import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { certifications } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { certificationCreate } from '../../contract/certifications.ts'
import { one } from '../shared/one.ts'
import { requirePeopleWithin } from '../shared/reach.ts'
import { requireActive } from '../shared/require-active.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Certification, columns, todayIn, toWire, zoneQuery } from './internal.ts'

/**
 * Adds a certification of a person. Throws `Invalid` for an unknown person or skill; violated constraints escape:
 * `already_exists` for the number of an issuer twice, `validation_failed` for dates that cannot be.
 */
export const createCertification = async (
  ctx: Context,
  input: z.output<typeof certificationCreate>,
): Promise<Certification> => {
  requirePermission(ctx, 'people:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    await requirePeopleWithin(ctx, tx, [input.employeeId])
    await requireActive(tx, ctx.orgId, { employees: [input.employeeId], skills: [input.skillId] })
    const row = one(
      await tx
        .insert(certifications)
        .values({ orgId: ctx.orgId, id: ctx.ids.next(), ...input })
        .returning(columns),
    )
    const entry = { action: 'create-certification', entity: 'certification', entityId: row.id, after: row }
    await writeAudit(ctx, tx, entry)
    const [settings] = await zoneQuery(tx, ctx.orgId)
    return toWire(row, todayIn(ctx, settings))
  })
}
