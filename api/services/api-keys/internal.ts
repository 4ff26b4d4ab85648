// What the verbs of API keys share.
import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { apiKeys } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { apiKeySchema } from '../../contract/access.ts'
import type { Permission } from '../../contract/permissions.ts'
import { Conflict, Forbidden, NotFound } from '../../errors.ts'
import { requireActive } from '../shared/require-active.ts'

export type ApiKey = z.output<typeof apiKeySchema>
export type KeyRow = typeof apiKeys.$inferSelect
type Grants = { permissions?: readonly Permission[] | undefined; siteIds?: readonly string[] | undefined }

export const dayMs = 86_400_000

/** Condition for one key of the organisation. */
export const isThis = (orgId: string, id: string) => and(eq(apiKeys.orgId, orgId), eq(apiKeys.id, id))

/** The wire's words for a row; the hash never leaves. */
export const toApiKey = (row: KeyRow): ApiKey => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  permissions: row.permissions as ApiKey['permissions'],
  siteIds: row.siteIds,
  expiresAt: row.expiresAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
  replacedById: row.replacedById,
  createdBy: row.createdBy,
  createdAt: row.createdAt.toISOString(),
  version: row.version,
})

/** Loads and locks a key that still holds. Throws `NotFound`, and `Conflict` for one that was revoked or replaced. */
export const lockKey = async (tx: Tx, orgId: string, id: string): Promise<KeyRow> => {
  const [row] = await tx.select().from(apiKeys).where(isThis(orgId, id)).for('update')
  if (row === undefined) throw new NotFound('API key', id)
  const end = row.revokedAt !== null ? 'was revoked' : row.replacedById !== null ? 'was replaced by another' : null
  if (end !== null) throw new Conflict('conflict', `The API key "${row.name}" ${end}. Make a new one.`, { id })
  return row
}

/** Nobody gives a key more than they have. Throws `Forbidden`, and `Invalid` for sites that do not exist. */
export const requireGrants = async (ctx: Context, tx: Tx, { permissions, siteIds }: Grants): Promise<void> => {
  const beyond = permissions?.filter((permission) => !ctx.permissions.has(permission)) ?? []
  if (beyond.length > 0) {
    throw new Forbidden(`You cannot give a key what you may not do yourself: ${beyond.join(', ')}.`, {
      permissions: beyond,
    })
  }
  await requireActive(tx, ctx.orgId, { sites: siteIds ?? [] })
}
