import { DayCosts } from '../kit/day-costs.ts'
import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import type { CompactDayParams } from './spec.ts'

/** With one slot a day there are no parts. */
export function tracker(grid: Grid, uses: RuleUses<CompactDayParams>): LineTracker[] {
  const { startOf, endOf, slots } = grid
  if (slots === 1 || uses.people.every((list) => list.length === 0)) return []
  const cost = (cells: Int32Array, cell: number, employee: number, day: number) => {
    let penalty = 0
    for (let slot = cell + 1; slot < cell + slots && cells[slot] !== 0; slot++) {
      const gap = startOf[cells[slot]!]! - endOf[cells[slot - 1]!]!
      for (const { use, fromDay, untilDay } of uses.people[employee]!)
        if (day >= fromDay && day < untilDay) penalty += use.weight * Math.max(0, gap - use.params.freeMinutes)
    }
    return penalty
  }
  return [new DayCosts(grid, cost)]
}
