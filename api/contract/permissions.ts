// The one permission table. Verbs ask `requirePermission(ctx, …)`; pages ask the same table to decide what to show.

export const roles = ['owner', 'admin', 'manager', 'employee', 'viewer'] as const
export type Role = (typeof roles)[number]

const manager = [
  'organisation:read',
  'people:read',
  'people:write',
  'people:private',
  'places:read',
  'places:write',
  'demand:read',
  'demand:write',
  'rosters:read',
  'rosters:write',
  'rosters:publish',
  'runs:read',
  'runs:start',
  'imports:write',
  'costs:read',
  'self:write',
  'time-off:approve',
  'exchange:decide',
  'attendance:read',
  'attendance:decide',
  'attendance:kiosk',
] as const

const admin = [
  ...manager,
  'rules:write',
  'organisation:write',
  'members:write',
  'audit:read',
  'costs:write',
  'payroll:write',
  'keys:write',
] as const

const owner = [...admin, 'organisation:delete'] as const

export type Permission = (typeof owner)[number]

/** What one request may do: from the member's role, or from an API key. */
export type Permissions = ReadonlySet<Permission>

/** Every permission there is: an owner has them all. */
export const allPermissions: readonly [Permission, ...Permission[]] = owner

/**
 * Employees and viewers read published rosters only; verbs that list rosters narrow by `rosters:write`. `self:write` is about
 * one's own record: availability, leave, claims, swaps, clock, acknowledgement.
 */
export const permissionsByRole: Readonly<Record<Role, readonly Permission[]>> = {
  owner,
  admin,
  manager,
  employee: ['organisation:read', 'places:read', 'rosters:read', 'self:write'],
  viewer: ['organisation:read', 'people:read', 'places:read', 'demand:read', 'rosters:read', 'runs:read'],
}

/** Owners and admins reach the whole organisation; other roles may be bound to departments and sites. */
export const canBeScoped = (role: Role): boolean => role !== 'owner' && role !== 'admin'

/** True when the role grants the permission. Verbs ask their context instead: an API key has no role. */
export const can = (role: Role, permission: Permission): boolean => permissionsByRole[role].includes(permission)
