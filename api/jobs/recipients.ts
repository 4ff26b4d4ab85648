// Whom a message reaches, and where.
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../drizzle/client.ts'
import { employees, notificationPreferences, organisationSettings } from '../../drizzle/schema/index.ts'
import { defaultNotificationPreferences, type NotificationPreferences } from '../contract/notifications.ts'
import { can, type Role } from '../contract/permissions.ts'
import type { Audience } from '../services/shared/notify.ts'

export type Recipient = {
  /** Null for a person without a login: they get the e-mail alone. */
  userId: string | null
  email: string | null
  zone: string
  preferences: NotificationPreferences
}

/** Everybody the audience means, each once; members are read in the tenant's own organisation. */
export const recipientsOf = async (tx: Tx, orgId: string, to: Audience): Promise<Recipient[]> => {
  const members = await membersOf(tx)
  const userIds = new Set(to.userIds ?? [])
  const { permission } = to
  if (permission !== undefined) {
    for (const member of members.values()) if (can(member.role, permission)) userIds.add(member.userId)
  }
  const people = await peopleOf(tx, orgId, to.employeeIds ?? [], [...userIds])
  const withoutLogin = people.filter((person) => person.userId === null || !members.has(person.userId))
  for (const { userId } of people) if (userId !== null) userIds.add(userId)
  const zone = await organisationZone(tx, orgId)
  const preferences = await preferencesOf(tx, orgId, [...userIds])
  const byUser = new Map(people.map((person) => [person.userId, person]))
  return [
    ...[...userIds].flatMap((userId): Recipient[] => {
      const member = members.get(userId)
      if (!member) return []
      const person = byUser.get(userId)
      return [
        {
          userId,
          email: person?.email ?? member.email,
          zone: person?.zone ?? zone,
          preferences: preferences.get(userId) ?? defaultNotificationPreferences,
        },
      ]
    }),
    ...withoutLogin.map((person) => ({
      userId: null,
      email: person.email,
      zone: person.zone ?? zone,
      preferences: defaultNotificationPreferences,
    })),
  ]
}

type Member = { userId: string; email: string; role: Role }

const membersOf = async (tx: Tx): Promise<Map<string, Member>> => {
  const { rows } = await tx.execute(sql`select user_id, email, role from org_members()`)
  return new Map(
    rows.map((row) => {
      const userId = String(row.user_id)
      return [userId, { userId, email: String(row.email), role: String(row.role) as Role }]
    }),
  )
}

const peopleOf = async (tx: Tx, orgId: string, employeeIds: readonly string[], userIds: readonly string[]) => {
  if (employeeIds.length === 0 && userIds.length === 0) return []
  const isWanted = [
    employeeIds.length > 0 ? inArray(employees.id, [...employeeIds]) : undefined,
    userIds.length > 0 ? inArray(employees.userId, [...userIds]) : undefined,
  ].filter((condition) => condition !== undefined)
  return tx
    .select({
      userId: employees.userId,
      email: sql<string | null>`coalesce(${employees.email}, ${employees.privateEmail})`,
      zone: employees.zone,
    })
    .from(employees)
    .where(and(eq(employees.orgId, orgId), isNull(employees.deletedAt), sql`(${sql.join(isWanted, sql` or `)})`))
}

const organisationZone = async (tx: Tx, orgId: string): Promise<string> => {
  const [row] = await tx
    .select({ zone: organisationSettings.zone })
    .from(organisationSettings)
    .where(eq(organisationSettings.orgId, orgId))
  return row?.zone ?? 'UTC'
}

const preferencesOf = async (tx: Tx, orgId: string, userIds: readonly string[]) => {
  if (userIds.length === 0) return new Map<string, NotificationPreferences>()
  const rows = await tx
    .select()
    .from(notificationPreferences)
    .where(and(eq(notificationPreferences.orgId, orgId), inArray(notificationPreferences.userId, [...userIds])))
  return new Map(
    rows.map(({ userId, mutedKinds, ...rest }) => [
      userId,
      { ...rest, mutedKinds: mutedKinds as NotificationPreferences['mutedKinds'] },
    ]),
  )
}
