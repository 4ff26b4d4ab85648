// API keys: how they look, and who one is. Only the hash is kept: 256 random bits need no salt and no slow hash.
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { readAsKey, readAsOrg } from '../../drizzle/client.ts'
import { apiKeys, cacheGenerations, organisationSettings } from '../../drizzle/schema/index.ts'
import { randomText, sha256Hex } from '../../platform/digest.ts'
import type { Access, Db } from '../context.ts'
import { keyPermissions } from '../contract/access.ts'
import type { Permission } from '../contract/permissions.ts'

const prefixChars = 10
const secretPattern = /^mk_[\w-]{43}$/
/** How often at most the time of last use is written. */
const lastUsedSeconds = 60

/** A new key, with what is kept of it. */
export const newSecret = async (): Promise<{ secret: string; prefix: string; hash: string }> => {
  const secret = `mk_${randomText(32)}`
  return { secret, prefix: secret.slice(0, prefixChars), hash: await sha256Hex(secret) }
}

export type KnownKey = { id: string; name: string; expiresAt: Date; lastUsedAt: Date | null; access: Access }

/** Whose key this is and what it may do, in one round trip; null for one that is unknown, revoked or expired. */
export const findKey = async (db: Db, secret: string): Promise<KnownKey | null> => {
  if (!secretPattern.test(secret)) return null
  const hash = await sha256Hex(secret)
  const [[row]] = await readAsKey(db, hash, (read) => [
    read
      .select({ key: apiKeys, tier: organisationSettings.tier, generations: cacheGenerations })
      .from(apiKeys)
      .leftJoin(organisationSettings, eq(organisationSettings.orgId, apiKeys.orgId))
      .leftJoin(cacheGenerations, eq(cacheGenerations.orgId, apiKeys.orgId))
      .where(and(eq(apiKeys.hash, hash), isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, sql`now()`))),
  ])
  if (row === undefined) return null
  const { key } = row
  return {
    id: key.id,
    name: key.name,
    expiresAt: key.expiresAt,
    lastUsedAt: key.lastUsedAt,
    access: {
      orgId: key.orgId,
      role: null,
      permissions: new Set(key.permissions.filter(isForKeys)),
      siteIds: key.siteIds.length === 0 ? null : key.siteIds,
      departmentIds: null,
      apiKeyId: key.id,
      tier: row.tier ?? 'standard',
      generations: row.generations,
    },
  }
}

/** A permission that was taken out of the table since is no longer given. */
const isForKeys = (name: string): name is Permission => keyPermissions.some((known) => known === name)

/** Notes that the key was used, at most once a minute. */
export const noteUse = async (db: Db, { id, lastUsedAt, access }: KnownKey, now: Date): Promise<void> => {
  if (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < lastUsedSeconds * 1000) return
  const isStale = sql`coalesce(${apiKeys.lastUsedAt}, '-infinity') < now() - make_interval(secs => ${lastUsedSeconds})`
  await readAsOrg(db, access.orgId, (write) => [
    write
      .update(apiKeys)
      .set({ lastUsedAt: sql`now()`, updatedAt: sql`${apiKeys.updatedAt}` })
      .where(and(eq(apiKeys.orgId, access.orgId), eq(apiKeys.id, id), isStale)),
  ])
}
