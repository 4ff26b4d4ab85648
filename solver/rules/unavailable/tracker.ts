import { parseInstant } from '../../model/time.ts'
import type { PairTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'

export function tracker(grid: Grid, uses: RuleUses<unknown>): PairTracker[] {
  const { frame } = grid
  const { start, end } = frame
  const spansOf = frame.problem.employees.map(({ unavailable }) =>
    (unavailable ?? []).map((span) => ({ from: parseInstant(span.start)!, to: parseInstant(span.end)! })),
  )
  const addTo = (employee: number, row: Float64Array, shifts: readonly number[]) => {
    for (const { from, to } of spansOf[employee]!)
      for (const shift of shifts) {
        const overlap = Math.min(to, end[shift]!) - Math.max(from, start[shift]!)
        if (overlap <= 0) continue
        for (const { use, fromDay, untilDay } of uses.people[employee]!)
          if (frame.day[shift]! >= fromDay && frame.day[shift]! < untilDay)
            row[shift] = row[shift]! + use.weight * overlap
      }
  }
  return [{ kind: 'pair', basePenalty: 0, addTo }]
}
