import type { PairTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { wishedMinutes } from '../kit/wishes.ts'

/** Shifts of one site with equal start and end share the answer of a person. */
export function tracker(grid: Grid, uses: RuleUses<unknown>): PairTracker[] {
  const { frame } = grid
  const wishesOf = frame.problem.employees.map((employee) =>
    (employee.preferences ?? []).filter((wish) => wish.kind === 'preferred'),
  )
  if (wishesOf.every((wishes) => wishes.length === 0)) return []
  const addTo = (employee: number, row: Float64Array) => {
    const wishes = wishesOf[employee]!
    if (wishes.length === 0) return
    const known = new Map<string, number>()
    for (let item = 0; item < frame.shiftCount; item++) {
      const key = `${frame.site[item]} ${frame.start[item]} ${frame.end[item]}`
      const minutes = known.get(key) ?? frame.end[item]! - frame.start[item]! - wishedMinutes(frame, item, wishes)
      known.set(key, minutes)
      for (const { use, fromDay, untilDay } of uses.people[employee]!)
        if (frame.day[item]! >= fromDay && frame.day[item]! < untilDay) row[item] = row[item]! + use.weight * minutes
    }
  }
  return [{ kind: 'pair', basePenalty: 0, addTo }]
}
