import type { LineTracker, RuleUse, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { NearbyPairs } from '../kit/pair-costs.ts'
import { Tables } from '../kit/values.ts'
import type { SuccessionParams } from './spec.ts'

export function tracker(grid: Grid, uses: RuleUses<SuccessionParams>): LineTracker[] {
  const { typeOf, dayOf, pastDays } = grid
  const types = grid.frame.problem.shiftTypes.length
  const tables = new Tables<Uint8Array>()
  const people = uses.people.map((list) =>
    list.flatMap(({ use, fromDay, untilDay }) => {
      if (use.params.forbidden.length === 0) return []
      const forbidden = tables.of(JSON.stringify(use.params), () => forbiddenTable(grid, use))
      return [{ forbidden, weight: use.weight, fromDay: fromDay + pastDays, untilDay: untilDay + pastDays }]
    }),
  )
  if (people.every((list) => list.length === 0)) return []
  const cost = (employee: number, a: number, b: number) => {
    const before = typeOf[a]!
    const after = typeOf[b]!
    if (before < 0 || after < 0) return 0
    const held = people[employee]!
    let penalty = 0
    for (let i = 0; i < held.length; i++) {
      const use = held[i]!
      if (use.forbidden[before * types + after] === 0) continue
      if (dayOf[b]! >= use.fromDay && dayOf[b]! < use.untilDay) penalty += use.weight
    }
    return penalty
  }
  return [new NearbyPairs(grid, 1, false, cost)]
}

function forbiddenTable(grid: Grid, use: RuleUse<SuccessionParams>): Uint8Array {
  const { shiftTypes } = grid.frame.problem
  const indexOf = new Map(shiftTypes.map((type, index) => [type.id, index]))
  const table = new Uint8Array(shiftTypes.length * shiftTypes.length)
  for (const [before, after] of use.params.forbidden)
    table[indexOf.get(before)! * shiftTypes.length + indexOf.get(after)!] = 1
  return table
}
