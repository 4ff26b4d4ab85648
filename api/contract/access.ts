// Who may call: members, those who are invited, and API keys.
import * as z from 'zod'
import { idSchema, instant, listQuery, version } from './envelope.ts'
import { allPermissions, type Permission, roles } from './permissions.ts'

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

/** Where a role reaches: these departments (with those below them) and these sites; everything where both are empty. */
const scopes = { siteIds: reach.default([]), departmentIds: reach.default([]) }

export const memberSchema = z.object({
  id: idSchema,
  userId: idSchema,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  siteIds: z.array(idSchema),
  departmentIds: z.array(idSchema),
  joinedAt: instant,
  version,
})
/** A list that is named replaces what was there. */
export const memberUpdate = z.strictObject({
  role: z.enum(roles).optional(),
  siteIds: reach.optional(),
  departmentIds: reach.optional(),
})

export const invitationSchema = z.object({
  id: idSchema,
  email: z.string(),
  role: z.enum(roles),
  siteIds: z.array(idSchema),
  departmentIds: z.array(idSchema),
  /** The employee record that accepting links to the login. */
  employeeId: idSchema.nullable(),
  /** `expired` is not stored: it is pending past its end. */
  state: z.enum(['pending', 'expired', 'accepted', 'withdrawn']),
  invitedBy: idSchema,
  expiresAt: instant,
  createdAt: instant,
})
export const invitationCreate = z.strictObject({
  email: z.email().max(254).toLowerCase(),
  role: z.enum(roles),
  ...scopes,
  employeeId: idSchema.nullable().default(null),
})
export const invitationQuery = listQuery.extend({ state: invitationSchema.shape.state.optional() })
/** The secret of the link in the e-mail. */
export const invitationAccept = z.strictObject({
  token: z.string().regex(/^[\w-]{43}$/, 'must be the code of the e-mail'),
})
export const invitationAccepted = z.object({ organisationId: idSchema, role: z.enum(roles) })
