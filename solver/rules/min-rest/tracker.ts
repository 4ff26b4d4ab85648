import type { LineTracker, RuleUse, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { isNight } from '../kit/nights.ts'
import { AdjacentPairs, reachDaysOf } from '../kit/pair-costs.ts'
import { Tables } from '../kit/values.ts'
import type { MinRestParams } from './spec.ts'

export function tracker(grid: Grid, uses: RuleUses<MinRestParams>): LineTracker[] {
  const { startOf, endOf, dayOf, pastDays } = grid
  const tables = new Tables<Int32Array>()
  const longest = { minutes: 0 }
  const people = uses.people.map((list) =>
    list.map(({ use, fromDay, untilDay }) => {
      longest.minutes = Math.max(longest.minutes, use.params.minutes, use.params.afterNightMinutes ?? 0)
      const due = tables.of(JSON.stringify(use.params), () => dueTable(grid, use))
      return {
        due,
        weight: use.weight,
        splits: use.params.splitShiftAllowed,
        fromDay: fromDay + pastDays,
        untilDay: untilDay + pastDays,
      }
    }),
  )
  const reachDays = reachDaysOf(grid, longest.minutes, 0)
  if (reachDays === 0 && grid.slots === 1) return []
  const cost = (employee: number, a: number, b: number) => {
    const gap = Math.max(0, startOf[b]! - endOf[a]!)
    if (gap >= longest.minutes) return 0
    const day = dayOf[b]!
    let penalty = 0
    for (const use of people[employee]!) {
      const missing = use.due[a]! - gap
      if (missing <= 0 || day < use.fromDay || day >= use.untilDay || (use.splits && dayOf[a] === day)) continue
      penalty += missing * use.weight
    }
    return penalty
  }
  return [new AdjacentPairs(grid, reachDays, cost)]
}

/** Rest due after a code, in minutes. */
function dueTable(grid: Grid, use: RuleUse<MinRestParams>): Int32Array {
  const { minutes, afterNightMinutes, nightTag, nightFrom, nightTo } = use.params
  const table = new Int32Array(grid.frame.itemCount + 1).fill(minutes)
  if (afterNightMinutes === undefined) return table
  const night = { from: nightFrom, to: nightTo, ...(nightTag === undefined ? {} : { tag: nightTag }) }
  for (let item = 0; item < grid.frame.itemCount; item++)
    if (isNight(grid.frame, item, night)) table[item + 1] = afterNightMinutes
  return table
}
