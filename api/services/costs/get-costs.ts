import { and, eq, gte, lte } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { budgets } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { costQuery, costSchema } from '../../contract/payroll.ts'
import { requireSiteWithin, withinSites } from '../shared/reach.ts'
import { budgetShare } from './budget-share.ts'
import { loadPayTerms, plannedWork, workDone } from './load-work.ts'
import { type PricedWork, priceWork } from './price-work.ts'
import { sumCosts } from './sum-costs.ts'

/**
 * What the days of a span cost as planned and as worked, against the budget. Overtime counts all work of a person, also at sites
 * that are not shown.
 */
export const getCosts = async (
  ctx: Context,
  query: z.output<typeof costQuery>,
): Promise<z.output<typeof costSchema>> => {
  requirePermission(ctx, 'costs:read')
  requireSiteWithin(ctx, query.siteId === undefined ? [] : [query.siteId])
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const { currency, ...terms } = await loadPayTerms(ctx, tx, query)
    const isShown = ({ day, siteId }: PricedWork) =>
      day >= query.from &&
      (query.siteId === undefined || siteId === query.siteId) &&
      (ctx.siteIds === null || (siteId !== null && ctx.siteIds.includes(siteId)))
    const planned = priceWork(terms, await plannedWork(ctx, tx, query)).filter(isShown)
    const actual = priceWork(terms, await workDone(ctx, tx, query)).filter(isShown)
    const isTouched = and(lte(budgets.firstDay, query.to), gte(budgets.lastDay, query.from))
    const spendable = await tx
      .select()
      .from(budgets)
      .where(and(eq(budgets.orgId, ctx.orgId), isTouched, withinSites(ctx, budgets.siteId)))
    const names = new Map(terms.sites.map(({ id, name }) => [id, name]))
    return { currency, budgetMinor: budgetShare(spendable, query), ...sumCosts(query.by, planned, actual, names) }
  })
}
