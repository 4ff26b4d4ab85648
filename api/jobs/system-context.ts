// Who acts when nobody does: the sweep, on behalf of what people decided before.

import { type Context, systemUser } from '../context.ts'
import { allPermissions } from '../contract/permissions.ts'
import { Forbidden } from '../errors.ts'
import type { Platform } from '../platform.ts'

const nobody = () => Promise.reject(new Forbidden('The system is nobody and has no membership.'))

/** A context in one organisation that may do everything; the audit log shows no person. */
export const systemContext = (platform: Platform, orgId: string, requestId: string): Context => ({
  ...platform,
  orgId,
  requestId,
  address: null,
  changed: new Set(),
  timing: { dbMs: 0, statements: 0, rulesMs: 0, cache: null },
  role: null,
  permissions: new Set(allPermissions),
  siteIds: null,
  departmentIds: null,
  apiKeyId: null,
  tier: 'large',
  generations: null,
  user: systemUser,
  session: { id: systemUser.id, expiresAt: platform.clock.now(), activeOrganisationId: orgId },
  wantedOrgId: orgId,
  memberships: platform.auth.memberships,
  authDb: platform.auth.db,
  activate: nobody,
})
