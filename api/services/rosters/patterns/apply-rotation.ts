import { and, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod'
import { shiftTypes } from '../../../../drizzle/schema/index.ts'
import type { Context } from '../../../context.ts'
import type { rotationApply } from '../../../contract/roster-patterns.ts'
import { Invalid } from '../../../errors.ts'
import { lockRecord } from '../../records/record-kind.ts'
import { addDays, earlierOf, laterOf } from '../local-time.ts'
import { followRotation } from './follow-rotation.ts'
import { rotationKind } from './kinds.ts'
import { type LayingResult, layEdit } from './lay-edit.ts'

/**
 * Lays a rotation over the days of the range that are of the roster. Throws what `layEdit` throws, `NotFound`, and `Invalid` for a
 * range without any day of the roster.
 */
export const applyRotation = async (
  ctx: Context,
  rosterId: string,
  version: number,
  { rotationId, fromDay, toDay, leaveOut, dryRun, reason }: z.output<typeof rotationApply>,
): Promise<LayingResult> => {
  const details = { rotationId, fromDay, toDay }
  return layEdit(ctx, rosterId, version, { leaveOut, action: 'apply-rotation', details }, async (tx, rows) => {
    const rotation = await lockRecord(tx, rotationKind, ctx, rotationId)
    const { start, days } = rows.roster
    const [from, until] = [laterOf(start, fromDay), earlierOf(addDays(start, days - 1), toDay)]
    if (from > until)
      throw new Invalid('validation_failed', `No day from ${fromDay} to ${toDay} is one of the roster.`, details)
    const types = await tx
      .select()
      .from(shiftTypes)
      .where(and(eq(shiftTypes.orgId, ctx.orgId), isNull(shiftTypes.deletedAt)))
    const byId = new Map(types.map((type) => [type.id, type]))
    const edit = followRotation(rows, rotation, byId, { from, until }, () => ctx.ids.next())
    return { ...edit, dryRun, reason }
  })
}
