import { desc } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { auditLog } from '../../../drizzle/schema/index.ts'
import { writeCsv } from '../../../solver/formats/csv/write-csv.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { auditExportQuery } from '../../contract/audit.ts'
import { Invalid } from '../../errors.ts'
import { isWanted, namesOf, toLine } from './internal.ts'

const linesMax = 20_000
const columns = 'at actorId actorName apiKeyId action entity entityId details before after requestId address id'.split(
  ' ',
)

/** The lines asked for as CSV, newest first, values that are objects as JSON. Throws `Invalid` for more lines than a file holds. */
export const exportAudit = async (ctx: Context, query: z.output<typeof auditExportQuery>): Promise<string> => {
  requirePermission(ctx, 'audit:read')
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select()
      .from(auditLog)
      .where(isWanted(ctx, query))
      .orderBy(desc(auditLog.at), desc(auditLog.id))
      .limit(linesMax + 1),
  ])
  if (rows.length > linesMax) {
    throw new Invalid('validation_failed', `That is more than the ${linesMax} lines of one file. Name a shorter time.`)
  }
  const names = await namesOf(ctx, rows)
  const asText = (value: unknown) => (value !== null && typeof value === 'object' ? JSON.stringify(value) : value)
  const lines = rows.map((row) =>
    Object.fromEntries(Object.entries(toLine(ctx, row, names)).map(([name, value]) => [name, asText(value)])),
  )
  return writeCsv(columns, lines)
}
