import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { apiKeys } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { apiKeyUpdate } from '../../contract/access.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type ApiKey, isThis, lockKey, requireGrants, toApiKey } from './internal.ts'

type Change = { id: string; version: number; change: z.output<typeof apiKeyUpdate> }

/**
 * Changes name, permissions or sites; what the key may do changes with its next request. Throws `NotFound`, `VersionConflict`,
 * `Forbidden` for permissions the caller lacks, `Conflict` for a key that no longer holds.
 */
export const updateApiKey = async (ctx: Context, { id, version, change }: Change): Promise<ApiKey> => {
  requirePermission(ctx, 'keys:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await lockKey(tx, ctx.orgId, id)
    requireVersion('API key', stored, version)
    await requireGrants(ctx, tx, change)
    const changed = await tx
      .update(apiKeys)
      .set({ ...change, version: version + 1 })
      .where(isThis(ctx.orgId, id))
      .returning()
    const key = toApiKey(one(changed))
    await writeAudit(ctx, tx, {
      action: 'update-api-key',
      entity: 'API key',
      entityId: id,
      before: toApiKey(stored),
      after: key,
    })
    return key
  })
}
