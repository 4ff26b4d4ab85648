import type * as z from 'zod'
import { type Context, requirePermission } from '../../../context.ts'
import type { templateFromRoster, templateSchema } from '../../../contract/roster-patterns.ts'
import { createRecord } from '../../records/create-record.ts'
import { requireVisible } from '../internal.ts'
import { loadPlanning } from '../load-planning.ts'
import { shownWithin } from '../within-reach.ts'
import { templateKind } from './kinds.ts'
import { patternOf } from './pattern.ts'

/** Makes a template of days of a roster. Throws `NotFound`; a name that is taken escapes. */
export const makeTemplate = async (
  ctx: Context,
  rosterId: string,
  { name, fromDay, days, withPeople }: z.output<typeof templateFromRoster>,
): Promise<z.output<typeof templateSchema>> => {
  requirePermission(ctx, 'rosters:write')
  const { rows } = await loadPlanning(ctx.db, ctx.orgId, rosterId)
  requireVisible(ctx, rows.roster)
  const zones = new Map(rows.sites.map((site) => [site.id, site.zone]))
  const shifts = await shownWithin(ctx, rows, patternOf(rows, zones, { from: fromDay, days }, withPeople))
  return createRecord(ctx, templateKind, { name, days, content: { shifts } })
}
