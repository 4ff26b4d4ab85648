// Who belongs to which organisation, asked over HTTP in one statement each.
import { and, asc, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '../../drizzle/client.ts'
import {
  auditLog,
  cacheGenerations,
  memberScopes,
  members,
  organisationSettings,
  organisations,
  sessions,
} from '../../drizzle/schema/index.ts'
import type { Memberships } from '../context.ts'
import { canBeScoped, permissionsByRole, type Role, roles } from '../contract/permissions.ts'

type AuthDb = Database['http']

const roleNamed = (text: string): Role | null => roles.find((role) => role === text) ?? null

const asked = { userId: sql.placeholder('userId'), orgId: sql.placeholder('orgId') }

/** Ids of a member's scope as JSON; null for a member whose role reaches everything. */
const scopedTo = (column: PgColumn): SQL<string[] | null> =>
  sql<string[] | null>`(select json_agg(${column}) from ${memberScopes}
    where ${memberScopes.orgId} = ${asked.orgId} and ${memberScopes.userId} = ${asked.userId} and ${column} is not null)`

/** Asked at nearly every request, so it is put into words once. */
const accessQuery = (db: AuthDb) =>
  db
    .select({
      role: members.role,
      tier: organisationSettings.tier,
      generations: cacheGenerations,
      siteIds: scopedTo(memberScopes.siteId),
      departmentIds: scopedTo(memberScopes.departmentId),
    })
    .from(members)
    .leftJoin(organisationSettings, eq(organisationSettings.orgId, members.organizationId))
    .leftJoin(cacheGenerations, eq(cacheGenerations.orgId, members.organizationId))
    .where(and(eq(members.userId, asked.userId), eq(members.organizationId, asked.orgId)))
    .prepare('access')

/** Memberships in the database of the role muster_auth. */
export const memberships = (db: AuthDb): Memberships => {
  const access = accessQuery(db)
  return {
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
    accessOf: async (userId, orgId) => {
      const [row] = await access.execute({ userId, orgId })
      const role = row ? roleNamed(row.role) : null
      if (row === undefined || role === null) return null
      const isScoped = canBeScoped(role)
      return {
        orgId,
        role,
        permissions: new Set(permissionsByRole[role]),
        siteIds: isScoped ? row.siteIds : null,
        departmentIds: isScoped ? row.departmentIds : null,
        apiKeyId: null,
        tier: row.tier ?? 'standard',
        generations: row.generations,
      }
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
  }
}

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
