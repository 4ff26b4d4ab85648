// What the verbs of members share. The role muster_auth sees every organisation: each statement names its own.
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { memberScopes, members, users } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { memberSchema } from '../../contract/access.ts'
import { NotFound } from '../../errors.ts'
import { requireActive } from '../shared/require-active.ts'

export type Member = z.output<typeof memberSchema>
export type Scopes = Pick<Member, 'siteIds' | 'departmentIds'>

const scopedTo = (column: PgColumn): SQL<string[]> =>
  sql<string[]>`(select coalesce(json_agg(${column} order by ${column}), '[]') from ${memberScopes}
    where ${memberScopes.orgId} = ${members.organizationId} and ${memberScopes.userId} = ${members.userId}
      and ${column} is not null)`

/** A member as the wire says it, to be read from `members` joined with `users`. */
export const columns = {
  id: members.id,
  userId: members.userId,
  name: users.name,
  email: users.email,
  role: members.role,
  siteIds: scopedTo(memberScopes.siteId),
  departmentIds: scopedTo(memberScopes.departmentId),
  joinedAt: members.createdAt,
  version: members.version,
}

type Row = Omit<Member, 'role' | 'joinedAt'> & { role: string; joinedAt: Date }

export const toMember = ({ role, joinedAt, ...row }: Row): Member => ({
  ...row,
  role: role as Member['role'],
  joinedAt: joinedAt.toISOString(),
})

/** One member of the organisation, locked for the transaction. Throws `NotFound`. */
export const lockMember = async (tx: Tx, orgId: string, id: string): Promise<Member> => {
  const [row] = await tx
    .select(columns)
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.organizationId, orgId), eq(members.id, id)))
    .for('update', { of: members })
  if (row === undefined) throw new NotFound('member', id)
  return toMember(row)
}

/** How many owners there are; locks them, so that two who leave at once wait for each other. */
export const countOwners = async (tx: Tx, orgId: string): Promise<number> => {
  const owners = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.organizationId, orgId), eq(members.role, 'owner')))
    .orderBy(members.id)
    .for('update')
  return owners.length
}

/** Puts new scopes in the place of a member's old ones. */
export const replaceScopes = async (
  ctx: Pick<Context, 'ids'>,
  tx: Tx,
  { orgId, userId }: { orgId: string; userId: string },
  { siteIds, departmentIds }: Scopes,
): Promise<void> => {
  await tx.delete(memberScopes).where(and(eq(memberScopes.orgId, orgId), eq(memberScopes.userId, userId)))
  const key = () => ({ orgId, id: ctx.ids.next(), userId })
  const rows = [
    ...[...new Set(siteIds)].map((siteId) => ({ ...key(), siteId })),
    ...[...new Set(departmentIds)].map((departmentId) => ({ ...key(), departmentId })),
  ]
  if (rows.length > 0) await tx.insert(memberScopes).values(rows)
}

/** Throws `Invalid` for sites and departments that the organisation does not have; the role of sign-in cannot see them. */
export const requireScopes = async (
  ctx: Context,
  scopes: { siteIds?: readonly string[] | undefined; departmentIds?: readonly string[] | undefined },
): Promise<void> => {
  const wanted = { sites: scopes.siteIds ?? [], departments: scopes.departmentIds ?? [] }
  if (wanted.sites.length + wanted.departments.length === 0) return
  await withOrg(ctx.db, ctx.orgId, (tx) => requireActive(tx, ctx.orgId, wanted))
}
