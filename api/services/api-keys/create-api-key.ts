import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { apiKeys } from '../../../drizzle/schema/index.ts'
import { newSecret } from '../../auth/api-key.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { apiKeyCreate, apiKeyCreated } from '../../contract/access.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { dayMs, requireGrants, toApiKey } from './internal.ts'

/**
 * Makes a key; its secret is in this answer and nowhere else. Throws `Forbidden` for permissions the caller lacks, `Invalid`
 * for unknown sites.
 */
export const createApiKey = async (
  ctx: Context,
  { expiresInDays, ...input }: z.output<typeof apiKeyCreate>,
): Promise<z.output<typeof apiKeyCreated>> => {
  requirePermission(ctx, 'keys:write')
  const { secret, prefix, hash } = await newSecret()
  const expiresAt = new Date(ctx.clock.now().getTime() + expiresInDays * dayMs)
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    await requireGrants(ctx, tx, input)
    const values = { orgId: ctx.orgId, id: ctx.ids.next(), ...input, prefix, hash, expiresAt, createdBy: ctx.user.id }
    const key = toApiKey(one(await tx.insert(apiKeys).values(values).returning()))
    await writeAudit(ctx, tx, { action: 'create-api-key', entity: 'API key', entityId: key.id, after: key })
    return { ...key, secret }
  })
}
