import { and, desc, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { timeOffLedger } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { ledgerQuery } from '../../contract/time-off.ts'
import type { Page } from '../../middleware/envelope.ts'
import { requireSelfOr } from '../exchange/internal.ts'
import { beforeCursor, cutPage } from '../shared/keyset.ts'
import { ofSelfOr } from '../shared/of-self-or.ts'
import { type LedgerEntry, ledgerColumns, toLedgerEntry } from './ledger-rows.ts'

/** A page of entries as they were written, newest first: one's own, or everybody's for who reads people. */
export const listLedger = async (ctx: Context, query: z.output<typeof ledgerQuery>): Promise<Page<LedgerEntry[]>> => {
  requireSelfOr(ctx, 'people:read')
  const rows = await withOrg(ctx.db, ctx.orgId, async (tx) =>
    tx
      .select(ledgerColumns)
      .from(timeOffLedger)
      .where(
        and(
          eq(timeOffLedger.orgId, ctx.orgId),
          await ofSelfOr(ctx, tx, 'people:read', timeOffLedger.employeeId),
          query.employeeId === undefined ? undefined : eq(timeOffLedger.employeeId, query.employeeId),
          query.typeId === undefined ? undefined : eq(timeOffLedger.typeId, query.typeId),
          // Ids rise with time, so their order is the order of writing.
          beforeCursor([timeOffLedger.id], query.cursor),
        ),
      )
      .orderBy(desc(timeOffLedger.id))
      .limit(query.limit + 1),
  )
  return cutPage(rows, query.limit, toLedgerEntry, (row) => [row.id])
}
