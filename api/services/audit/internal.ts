// What the verbs of the log share.
import { and, eq, gte, inArray, lt, type SQL } from 'drizzle-orm'
import type * as z from 'zod'
import { auditLog, users } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { auditExportQuery, auditLineSchema } from '../../contract/audit.ts'
import { withoutMoney } from '../shared/without-money.ts'

export type AuditLine = z.output<typeof auditLineSchema>
type Row = typeof auditLog.$inferSelect
type Wanted = z.output<typeof auditExportQuery>

/** Condition for the lines asked for. The log is cut by month, so a span of time also says which parts are read. */
export const isWanted = ({ orgId }: Pick<Context, 'orgId'>, wanted: Wanted): SQL | undefined => {
  const equal = (['actorId', 'apiKeyId', 'action', 'entity', 'entityId', 'requestId'] as const).map((field) => {
    const value = wanted[field]
    return value === undefined ? undefined : eq(auditLog[field], value)
  })
  return and(
    eq(auditLog.orgId, orgId),
    ...equal,
    wanted.from === undefined ? undefined : gte(auditLog.at, new Date(wanted.from)),
    wanted.to === undefined ? undefined : lt(auditLog.at, new Date(wanted.to)),
  )
}

/** Names of those who acted, by id: the log holds none, so that it says nothing of people who were erased. */
export const namesOf = async (ctx: Context, rows: readonly Row[]): Promise<Map<string, string>> => {
  const ids = [...new Set(rows.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])))]
  if (ids.length === 0) return new Map()
  const found = await ctx.authDb.http
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, ids))
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** The wire's words for a line; money is left out for those without `costs:read`. */
export const toLine = (ctx: Context, { orgId: _orgId, ...row }: Row, names: ReadonlyMap<string, string>): AuditLine => {
  const line = { ...row, at: row.at.toISOString(), actorName: names.get(row.actorId ?? '') ?? null }
  return ctx.permissions.has('costs:read') ? line : withoutMoney(line)
}
