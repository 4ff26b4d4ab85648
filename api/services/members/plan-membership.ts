// Who may give and take which role. Pure.
import { canBeScoped, type Role } from '../../contract/permissions.ts'
import { Conflict, Forbidden, Invalid } from '../../errors.ts'

type Scopes = { siteIds: readonly string[]; departmentIds: readonly string[] }
type Change = {
  actor: Role | null
  /** Null for somebody who is not yet a member, or no longer one. */
  from: Role | null
  to: Role | null
  /** Owners as things stand. */
  owners: number
}

/**
 * Throws `Forbidden` where others than owners make or unmake an owner, and `Conflict` where the last owner would be gone: an
 * organisation without one could never be handed on or deleted.
 */
export const requireMayGive = ({ actor, from, to, owners }: Change): void => {
  if (from === to) return
  if ((from === 'owner' || to === 'owner') && actor !== 'owner') {
    throw new Forbidden('Only an owner may make or unmake an owner. Ask one of them.')
  }
  if (from === 'owner' && owners <= 1) {
    throw new Conflict('conflict', 'This is the last owner. Make somebody else an owner first.')
  }
}

/** Throws `Invalid` where a role that reaches everything would be bound to sites or departments. */
export const requireScopable = (role: Role, { siteIds, departmentIds }: Scopes): void => {
  if (canBeScoped(role) || siteIds.length + departmentIds.length === 0) return
  throw new Invalid(
    'validation_failed',
    `The role "${role}" reaches the whole organisation. Leave siteIds and departmentIds empty, or choose another role.`,
  )
}
