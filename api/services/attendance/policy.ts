import { eq } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { organisationSettings } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { attendancePolicySchema, attendancePolicyUpdate } from '../../contract/attendance.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'

type Policy = z.output<typeof attendancePolicySchema>

const read = async (ctx: Context, tx: Tx) =>
  one(
    await tx
      .select({
        id: organisationSettings.orgId,
        policy: organisationSettings.attendance,
        version: organisationSettings.version,
      })
      .from(organisationSettings)
      .where(eq(organisationSettings.orgId, ctx.orgId))
      .for('update'),
  )

/** How the clock is read; the version is the organisation's. */
export const getAttendancePolicy = async (ctx: Context): Promise<Policy> => {
  requirePermission(ctx, 'attendance:read')
  const { policy, version } = await withOrg(ctx.db, ctx.orgId, (tx) => read(ctx, tx))
  return { ...(policy as Policy), version }
}

/** Entries that are finished stay as they were read. Throws `VersionConflict`. */
export const setAttendancePolicy = async (
  ctx: Context,
  version: number,
  policy: z.output<typeof attendancePolicyUpdate>,
): Promise<Policy> => {
  requirePermission(ctx, 'organisation:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await read(ctx, tx)
    requireVersion('organisation', stored, version)
    await tx
      .update(organisationSettings)
      .set({ attendance: policy, version: version + 1 })
      .where(eq(organisationSettings.orgId, ctx.orgId))
    await writeAudit(ctx, tx, {
      action: 'update-attendance-policy',
      entity: 'organisation',
      entityId: ctx.orgId,
      before: { ...stored.policy },
      after: { ...policy },
    })
    return { ...policy, version: version + 1 }
  })
}
