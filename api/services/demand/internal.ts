// What the verbs of demand share.
import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { demand } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { demandSchema } from '../../contract/workforce.ts'
import { NotFound } from '../../errors.ts'
import { withinSites } from '../shared/reach.ts'

export type Demand = z.output<typeof demandSchema>

/** A row's columns, as the wire says them. */
export const columns = {
  id: demand.id,
  siteId: demand.siteId,
  shiftTypeId: demand.shiftTypeId,
  day: demand.day,
  headsMin: demand.headsMin,
  headsTarget: demand.headsTarget,
  headsMax: demand.headsMax,
  priority: demand.priority,
  skills: demand.skills,
  version: demand.version,
}

/** Condition for one line of the organisation's demand within the caller's reach. */
export const isThis = (ctx: Context, id: string) =>
  and(eq(demand.orgId, ctx.orgId), eq(demand.id, id), withinSites(ctx, demand.siteId))

/** Loads and locks it for the transaction. Throws `NotFound`, also for one of another organisation or beyond reach. */
export const loadDemand = async (tx: Tx, ctx: Context, id: string): Promise<Demand> => {
  const [row] = await tx.select(columns).from(demand).where(isThis(ctx, id)).for('update')
  if (row === undefined) throw new NotFound('demand', id)
  return row
}
