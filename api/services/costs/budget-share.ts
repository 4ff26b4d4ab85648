import { daysBetween, earlierOf, laterOf } from '../rosters/local-time.ts'

type Budget = { siteId: string | null; firstDay: string; lastDay: string; amountMinor: number }

/**
 * What the budgets that count give to the days of a span, each by the share of its days that lie in it, rounded in all; null where
 * none does. A budget of all sites is for the whole; where there is none, the sites' own make it up. Pure.
 */
export const budgetShare = (
  budgets: readonly Budget[],
  { from, to, siteId }: { from: string; to: string; siteId?: string | undefined },
): number | null => {
  const touching = budgets.filter(({ firstDay, lastDay }) => firstDay <= to && lastDay >= from)
  const ofAll = touching.filter((budget) => budget.siteId === null)
  const ofSite = touching.filter((budget) => budget.siteId === siteId)
  const counted = siteId !== undefined ? ofSite : ofAll.length > 0 ? ofAll : touching
  if (counted.length === 0) return null
  const share = ({ firstDay, lastDay, amountMinor }: Budget) =>
    (amountMinor * (daysBetween(laterOf(firstDay, from), earlierOf(lastDay, to)) + 1)) /
    (daysBetween(firstDay, lastDay) + 1)
  return Math.round(counted.reduce((sum, budget) => sum + share(budget), 0))
}
