import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { NearbyPairs, reachDaysOf } from '../kit/pair-costs.ts'
import type { NoOverlapParams } from './spec.ts'

/** With one shift a day and no two shifts of different days that can meet there is nothing to watch. */
export function tracker(grid: Grid, uses: RuleUses<NoOverlapParams>): LineTracker[] {
  const { startOf, endOf, siteOf, dayOf, pastDays } = grid
  let slackMinutes = 0
  for (const list of uses.people)
    for (const { use } of list) slackMinutes = Math.max(slackMinutes, use.params.travelMinutes)
  const reachDays = reachDaysOf(grid, slackMinutes, 0)
  if (reachDays === 0 && grid.slots === 1) return []
  const cost = (employee: number, a: number, b: number) => {
    const gap = Math.max(startOf[a]!, startOf[b]!) - Math.min(endOf[a]!, endOf[b]!)
    if (gap >= slackMinutes) return 0
    const day = dayOf[b]! - pastDays
    let penalty = 0
    for (const { use, fromDay, untilDay } of uses.people[employee]!) {
      if (day < fromDay || day >= untilDay) continue
      const travel = siteOf[a] === siteOf[b] ? 0 : use.params.travelMinutes
      penalty += use.weight * (gap < 0 ? -gap : Math.max(0, travel - gap))
    }
    return penalty
  }
  return [new NearbyPairs(grid, reachDays, true, cost)]
}
