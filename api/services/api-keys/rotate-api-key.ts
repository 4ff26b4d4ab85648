import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { apiKeys } from '../../../drizzle/schema/index.ts'
import { newSecret } from '../../auth/api-key.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { apiKeyCreated, apiKeyRotate } from '../../contract/access.ts'
import type { Permission } from '../../contract/permissions.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { dayMs, isThis, type KeyRow, lockKey, requireGrants, toApiKey } from './internal.ts'

type Rotation = { id: string; version: number } & z.output<typeof apiKeyRotate>

const hourMs = 3_600_000

/** When the old key ends: after the overlap, or when it would have ended anyway. Pure. */
export const endOfOld = (old: Pick<KeyRow, 'expiresAt'>, now: Date, overlapHours: number): Date =>
  new Date(Math.min(old.expiresAt.getTime(), now.getTime() + overlapHours * hourMs))

/**
 * Makes a key with the same name, permissions and sites; the old one still holds for the overlap, so that nothing stands still
 * while the new secret travels. Throws `NotFound`, `VersionConflict`, `Conflict` for a key that no longer holds, and `Forbidden`
 * where the key may do what the caller may not.
 */
export const rotateApiKey = async (
  ctx: Context,
  { id, version, overlapHours, expiresInDays }: Rotation,
): Promise<z.output<typeof apiKeyCreated>> => {
  requirePermission(ctx, 'keys:write')
  const { secret, prefix, hash } = await newSecret()
  const now = ctx.clock.now()
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const old = await lockKey(tx, ctx.orgId, id)
    requireVersion('API key', old, version)
    await requireGrants(ctx, tx, { permissions: old.permissions as Permission[] })
    const { orgId, name, permissions, siteIds } = old
    const expiresAt = new Date(now.getTime() + expiresInDays * dayMs)
    const values = { orgId, id: ctx.ids.next(), name, permissions, siteIds, prefix, hash, expiresAt }
    const key = toApiKey(
      one(
        await tx
          .insert(apiKeys)
          .values({ ...values, createdBy: ctx.user.id })
          .returning(),
      ),
    )
    await tx
      .update(apiKeys)
      .set({ replacedById: key.id, expiresAt: endOfOld(old, now, overlapHours), version: version + 1 })
      .where(isThis(orgId, id))
    const details = { replacedById: key.id, overlapHours }
    await writeAudit(ctx, tx, { action: 'rotate-api-key', entity: 'API key', entityId: id, details })
    return { ...key, secret }
  })
}
