import { and, between, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { timeCorrections, timeEntries } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { Conflict } from '../../errors.ts'
import { one } from '../shared/one.ts'

type Sheet = { employeeId: string; firstDay: string; lastDay: string }

/**
 * A person's minutes of a period. Throws `Conflict` while an entry is open or lacks its end, or a correction waits: the numbers would
 * not be those that are paid.
 */
export const countSheet = async (ctx: Context, tx: Pick<Tx, 'select'>, { employeeId, firstDay, lastDay }: Sheet) => {
  const isTheirs = and(eq(timeEntries.orgId, ctx.orgId), eq(timeEntries.employeeId, employeeId))
  const { unfinished, ...minutes } = one(
    await tx
      .select({
        workedMinutes: sql<number>`coalesce(sum(${timeEntries.workedMinutes}), 0)::int`,
        plannedMinutes: sql<number>`coalesce(sum(${timeEntries.plannedMinutes}), 0)::int`,
        unfinished: sql<number>`count(*) filter (where ${inArray(timeEntries.state, ['open', 'missed-punch'])})::int`,
      })
      .from(timeEntries)
      .where(and(isTheirs, between(timeEntries.day, firstDay, lastDay))),
  )
  if (unfinished > 0) {
    throw new Conflict(
      'conflict',
      `${unfinished} entries of this period have no end yet. Clock out or correct them first.`,
    )
  }
  const [waiting] = await tx
    .select({ id: timeCorrections.id })
    .from(timeCorrections)
    .where(
      and(
        eq(timeCorrections.orgId, ctx.orgId),
        eq(timeCorrections.employeeId, employeeId),
        eq(timeCorrections.state, 'pending'),
        sql`${timeCorrections.startsAt} between ${firstDay}::date and ${lastDay}::date + 1`,
      ),
    )
    .limit(1)
  if (waiting !== undefined) {
    throw new Conflict('conflict', 'A correction of this period waits for its decision.', { correctionId: waiting.id })
  }
  return minutes
}
