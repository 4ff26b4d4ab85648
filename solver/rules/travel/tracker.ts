import { DayCosts } from '../kit/day-costs.ts'
import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { homeWays, siteWays } from '../kit/ways.ts'
import type { TravelParams } from './spec.ts'

export function tracker(grid: Grid, uses: RuleUses<TravelParams>): LineTracker[] {
  const { frame, slots, siteOf } = grid
  const sites = frame.problem.sites.length
  const between = siteWays(frame)
  const homes = uses.people.map((list, employee) => (list.length === 0 ? null : homeWays(frame, employee)))
  if (homes.every((home) => home === null)) return []
  const cost = (cells: Int32Array, cell: number, employee: number, day: number) => {
    const held = uses.people[employee]!
    if (held.length === 0) return 0
    let last = siteOf[cells[cell]!]!
    let fromHome = homes[employee]![last]!
    let onTheWay = 0
    for (let slot = cell + 1; slot < cell + slots && cells[slot] !== 0; slot++) {
      const site = siteOf[cells[slot]!]!
      onTheWay += between[last * sites + site]!
      last = site
    }
    fromHome += homes[employee]![last]!
    let penalty = 0
    for (const { use, fromDay, untilDay } of held) {
      if (day < fromDay || day >= untilDay) continue
      const { counts, freeMetres } = use.params
      const metres = counts === 'home' ? fromHome : counts === 'between-sites' ? onTheWay : fromHome + onTheWay
      penalty += use.weight * Math.max(0, metres - freeMetres)
    }
    return penalty
  }
  return [new DayCosts(grid, cost)]
}
