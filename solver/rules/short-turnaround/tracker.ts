import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { AdjacentPairs, reachDaysOf } from '../kit/pair-costs.ts'
import type { ShortTurnaroundParams } from './spec.ts'

export function tracker(grid: Grid, uses: RuleUses<ShortTurnaroundParams>): LineTracker[] {
  const { startOf, endOf, dayOf, pastDays } = grid
  let widest = 0
  for (const list of uses.people) for (const { use } of list) widest = Math.max(widest, use.params.minutes)
  const reachDays = reachDaysOf(grid, widest, 0)
  if (widest === 0 || reachDays === 0) return []
  const cost = (employee: number, a: number, b: number) => {
    if (dayOf[a] === dayOf[b]) return 0
    const gap = Math.max(0, startOf[b]! - endOf[a]!)
    if (gap >= widest) return 0
    const day = dayOf[b]! - pastDays
    let penalty = 0
    for (const { use, fromDay, untilDay } of uses.people[employee]!)
      if (day >= fromDay && day < untilDay) penalty += use.weight * Math.max(0, use.params.minutes - gap)
    return penalty
  }
  return [new AdjacentPairs(grid, reachDays, cost)]
}
