import type { PairTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'

/** Every pin is owed until it is assigned. */
export function tracker(grid: Grid, uses: RuleUses<unknown>): PairTracker[] {
  const { frame } = grid
  const owed = frame.pins.map((pins, employee) =>
    pins.map((shift) => {
      let weight = 0
      for (const { use, fromDay, untilDay } of uses.people[employee]!)
        if (frame.day[shift]! >= fromDay && frame.day[shift]! < untilDay) weight += use.weight
      return { shift, weight }
    }),
  )
  const basePenalty = owed.flat().reduce((sum, { weight }) => sum + weight, 0)
  if (basePenalty === 0) return []
  const addTo = (employee: number, row: Float64Array) => {
    for (const { shift, weight } of owed[employee]!) row[shift] = row[shift]! - weight
  }
  return [{ kind: 'pair', basePenalty, addTo }]
}
