// Who may call: API keys.
import * as z from 'zod'
import { idSchema, instant, version } from './envelope.ts'
import { allPermissions, type Permission } from './permissions.ts'

/** What a key can never be given: a machine makes no keys, changes no members and deletes no organisation. */
const notForKeys: readonly Permission[] = ['keys:write', 'members:write', 'organisation:delete']
export const keyPermissions = allPermissions.filter((permission) => !notForKeys.includes(permission)) as [
  Permission,
  ...Permission[],
]

const daysMax = 730
const keyName = z.string().trim().min(1).max(100)
const grants = z.array(z.enum(keyPermissions)).min(1).max(keyPermissions.length)
const reach = z.array(idSchema).max(200)

export const apiKeySchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Its first characters, by which people recognise it. */
  prefix: z.string(),
  permissions: z.array(z.enum(keyPermissions)),
  /** Only these sites; all when empty. */
  siteIds: z.array(idSchema),
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
  /** The key that takes this one's place. */
  replacedById: idSchema.nullable(),
  createdBy: idSchema,
  createdAt: instant,
  version,
})
/** `secret` is shown this once; a repeat of the request answers null. */
export const apiKeyCreated = apiKeySchema.extend({ secret: z.string().nullable() })

export const apiKeyCreate = z.strictObject({
  name: keyName,
  permissions: grants,
  siteIds: reach.default([]),
  expiresInDays: z.int().min(1).max(daysMax).default(365),
})
export const apiKeyUpdate = z.strictObject({
  name: keyName.optional(),
  permissions: grants.optional(),
  siteIds: reach.optional(),
})
export const apiKeyRotate = z.strictObject({
  /** How long the old key still holds beside the new one. */
  overlapHours: z.int().min(0).max(168).default(24),
  expiresInDays: z.int().min(1).max(daysMax).default(365),
})
