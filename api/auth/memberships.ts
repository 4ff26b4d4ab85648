// Who belongs to which organisation, asked over HTTP in one statement each.
import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import type { Database } from '../../drizzle/client.ts'
import { members, organisations, sessions } from '../../drizzle/schema/auth.ts'
import { auditLog } from '../../drizzle/schema/operations.ts'
import { organisationSettings } from '../../drizzle/schema/organisation.ts'
import type { Memberships } from '../context.ts'
import { type Role, roles } from '../contract/permissions.ts'

type AuthDb = Database['http']

const roleNamed = (text: string): Role | null => roles.find((role) => role === text) ?? null

/** Memberships in the database of the role muster_auth. */
export const memberships = (db: AuthDb): Memberships => ({
  list: async (userId) => {
    const rows = await db
      .select({ id: organisations.id, name: organisations.name, role: members.role })
      .from(members)
      .innerJoin(organisations, eq(organisations.id, members.organizationId))
      .where(eq(members.userId, userId))
      .orderBy(asc(organisations.name), asc(organisations.id))
    return rows.flatMap(({ id, name, role }) => {
      const known = roleNamed(role)
      return known === null ? [] : [{ id, name, role: known }]
    })
  },
  roleOf: async (userId, orgId) => {
    const [row] = await db
      .select({ role: members.role })
      .from(members)
      .where(and(eq(members.userId, userId), eq(members.organizationId, orgId)))
    return row ? roleNamed(row.role) : null
  },
  found: async ({ id, memberId, ownerId, auditId, requestId, name, slug, zone, weekStart, country, rules }) => {
    // One batch is one transaction.
    await db.batch([
      db.insert(organisations).values({ id, name, slug }),
      db.insert(members).values({ id: memberId, organizationId: id, userId: ownerId, role: 'owner' }),
      db.insert(organisationSettings).values({ orgId: id, zone, weekStart, country, rules }),
      db.insert(auditLog).values({
        orgId: id,
        id: auditId,
        actorId: ownerId,
        action: 'create-organisation',
        entity: 'organisation',
        entityId: id,
        requestId,
      }),
    ])
  },
})

/** The organisation a new session begins in: where the user was last, else the first they joined; null without any. */
export const activeOrganisationOf = async (db: AuthDb, userId: string): Promise<string | null> => {
  const [last] = await db
    .select({ orgId: members.organizationId })
    .from(sessions)
    .innerJoin(
      members,
      and(eq(members.organizationId, sessions.activeOrganizationId), eq(members.userId, sessions.userId)),
    )
    .where(and(eq(sessions.userId, userId), isNotNull(sessions.activeOrganizationId)))
    .orderBy(desc(sessions.updatedAt))
    .limit(1)
  if (last) return last.orgId
  const [first] = await db
    .select({ orgId: members.organizationId })
    .from(members)
    .where(eq(members.userId, userId))
    .orderBy(asc(members.createdAt))
    .limit(1)
  return first?.orgId ?? null
}
