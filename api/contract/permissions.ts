// The one permission table. Verbs ask `requirePermission(ctx, …)`; pages ask the same table to decide what to show.

export const roles = ['owner', 'admin', 'manager', 'employee', 'viewer'] as const
export type Role = (typeof roles)[number]

const manager = [
  'organisation:read',
  'people:read',
  'people:write',
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
] as const

const admin = [...manager, 'rules:write', 'organisation:write', 'members:write', 'audit:read'] as const

export type Permission = (typeof admin)[number] | 'organisation:delete'

/** Employees and viewers read published rosters only; verbs that list rosters narrow by `rosters:write`. */
export const permissionsByRole: Readonly<Record<Role, readonly Permission[]>> = {
  owner: [...admin, 'organisation:delete'],
  admin,
  manager,
  employee: ['organisation:read', 'places:read', 'rosters:read'],
  viewer: ['organisation:read', 'people:read', 'places:read', 'demand:read', 'rosters:read', 'runs:read'],
}

/** True when any of the roles grants the permission. */
export const can = (role: Role, permission: Permission): boolean => permissionsByRole[role].includes(permission)
