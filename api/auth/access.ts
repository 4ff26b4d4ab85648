// Our permission table in the words of better-auth's organisation plugin, so that there is one truth about roles.
import { createAccessControl } from 'better-auth/plugins/access'
import { can, type Role, roles } from '../contract/permissions.ts'

const statements = {
  organization: ['update', 'delete'],
  member: ['create', 'update', 'delete'],
  invitation: ['create', 'cancel'],
} as const

export const accessControl = createAccessControl(statements)

const accessOf = (role: Role) =>
  accessControl.newRole({
    organization: [
      ...(can(role, 'organisation:write') ? (['update'] as const) : []),
      ...(can(role, 'organisation:delete') ? (['delete'] as const) : []),
    ],
    member: can(role, 'members:write') ? ['create', 'update', 'delete'] : [],
    invitation: can(role, 'members:write') ? ['create', 'cancel'] : [],
  })

export const accessRoles = Object.fromEntries(roles.map((role) => [role, accessOf(role)]))
