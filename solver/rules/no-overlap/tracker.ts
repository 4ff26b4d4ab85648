import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { NearbyPairs, reachDaysOf } from '../kit/pair-costs.ts'
import { siteMinutes } from '../kit/ways.ts'
import type { NoOverlapParams } from './spec.ts'

/** With one shift a day and no two shifts of different days that can meet there is nothing to watch. */
export function tracker(grid: Grid, uses: RuleUses<NoOverlapParams>): LineTracker[] {
  const { startOf, endOf, siteOf, dayOf, pastDays } = grid
  const sites = grid.frame.problem.sites.length
  const given = siteMinutes(grid.frame)
  let slackMinutes = given === null ? 0 : given.reduce((most, minutes) => Math.max(most, minutes), 0)
  for (const list of uses.people)
    for (const { use } of list) slackMinutes = Math.max(slackMinutes, use.params.travelMinutes)
  const reachDays = reachDaysOf(grid, slackMinutes, 0)
  if (reachDays === 0 && grid.slots === 1) return []
  const cost = (employee: number, a: number, b: number) => {
    const gap = Math.max(startOf[a]!, startOf[b]!) - Math.min(endOf[a]!, endOf[b]!)
    if (gap >= slackMinutes) return 0
    const day = dayOf[b]! - pastDays
    const isInOrder = startOf[a]! <= startOf[b]!
    const from = siteOf[isInOrder ? a : b]!
    const to = siteOf[isInOrder ? b : a]!
    const known = given === null || from < 0 || to < 0 ? -1 : given[from * sites + to]!
    let penalty = 0
    for (const { use, fromDay, untilDay } of uses.people[employee]!) {
      if (day < fromDay || day >= untilDay) continue
      const travel = from === to ? 0 : known < 0 ? use.params.travelMinutes : known
      penalty += use.weight * (gap < 0 ? -gap : Math.max(0, travel - gap))
    }
    return penalty
  }
  return [new NearbyPairs(grid, reachDays, true, cost)]
}
