import { and, asc, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { employees, timeCorrections } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { correctionQuery } from '../../contract/attendance.ts'
import type { Page } from '../../middleware/envelope.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { type Correction, correctionColumns, isPersonOfCorrection, toCorrectionWire } from './corrections.ts'
import { readableBy } from './readable-by.ts'

/** Corrections, oldest first: one's own, or everybody's within reach for who reads attendance. */
export const listCorrections = async (
  ctx: Context,
  query: z.output<typeof correctionQuery>,
): Promise<Page<Correction[]>> => {
  const keys = [timeCorrections.createdAt, timeCorrections.id] as const
  const rows = await withOrg(ctx.db, ctx.orgId, async (tx) =>
    tx
      .select(correctionColumns)
      .from(timeCorrections)
      .innerJoin(employees, isPersonOfCorrection)
      .where(
        and(
          eq(timeCorrections.orgId, ctx.orgId),
          await readableBy(ctx, tx, timeCorrections.employeeId, query.employeeId),
          query.state === undefined ? undefined : eq(timeCorrections.state, query.state),
          afterCursor(keys, query.cursor),
        ),
      )
      .orderBy(...keys.map((key) => asc(key)))
      .limit(query.limit + 1),
  )
  return cutPage(rows, query.limit, toCorrectionWire, (row) => [row.createdAt, row.id])
}
