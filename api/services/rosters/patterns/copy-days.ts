import type * as z from 'zod'
import type { Context } from '../../../context.ts'
import type { copyRequest } from '../../../contract/roster-patterns.ts'
import { requireVisible } from '../internal.ts'
import { loadPlanningIn } from '../load-planning.ts'
import { type LayingResult, layEdit } from './lay-edit.ts'
import { overPeriod } from './over-period.ts'
import { patternOf } from './pattern.ts'

/**
 * Copies days of this or another roster, with their people or without, onto days of this one. Throws what `layEdit` throws, and
 * `NotFound` for a source that may not be seen.
 */
export const copyDays = async (
  ctx: Context,
  rosterId: string,
  version: number,
  input: z.output<typeof copyRequest>,
): Promise<LayingResult> => {
  const { fromRosterId, fromDay, toDay, days, withPeople, leaveOut } = input
  const details = { fromRosterId: fromRosterId ?? rosterId, fromDay, toDay, days }
  return layEdit(ctx, rosterId, version, { leaveOut, action: 'copy-days', details }, async (tx, rows) => {
    const isOwn = fromRosterId === undefined || fromRosterId === rosterId
    const source = isOwn ? rows : (await loadPlanningIn(tx, ctx.orgId, fromRosterId)).rows
    requireVisible(ctx, source.roster)
    const zones = new Map(rows.sites.map((site) => [site.id, site.zone]))
    const pattern = patternOf(source, zones, { from: fromDay, days }, withPeople)
    return overPeriod(rows, pattern, { from: toDay, days, repeat: false }, input, () => ctx.ids.next())
  })
}
