import { and, desc } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { auditLog } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { auditQuery } from '../../contract/audit.ts'
import type { Page } from '../../middleware/envelope.ts'
import { beforeCursor, cutPage } from '../shared/keyset.ts'
import { type AuditLine, isWanted, namesOf, toLine } from './internal.ts'

/** A page of the log, newest first: of who, what, which record or which time, as asked. Throws `Invalid` for a bad cursor. */
export const searchAudit = async (ctx: Context, query: z.output<typeof auditQuery>): Promise<Page<AuditLine[]>> => {
  requirePermission(ctx, 'audit:read')
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select()
      .from(auditLog)
      .where(and(isWanted(ctx, query), beforeCursor([auditLog.at, auditLog.id], query.cursor)))
      .orderBy(desc(auditLog.at), desc(auditLog.id))
      .limit(query.limit + 1),
  ])
  const names = await namesOf(ctx, rows)
  return cutPage(
    rows,
    query.limit,
    (row) => toLine(ctx, row, names),
    (row) => [row.at, row.id],
  )
}
