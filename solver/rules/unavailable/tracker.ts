import { parseInstant } from '../../model/time.ts'
import type { PairTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'

/** Shifts are walked in order of start, so that a span only meets its neighbours. */
export function tracker(grid: Grid, uses: RuleUses<unknown>): PairTracker[] {
  const { frame } = grid
  const { start, end } = frame
  const order = Array.from({ length: frame.shiftCount }, (_, shift) => shift).sort((a, b) => start[a]! - start[b]!)
  let longest = 0
  for (const shift of order) longest = Math.max(longest, end[shift]! - start[shift]!)
  const firstFrom = (minutes: number) => {
    let low = 0
    let high = order.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (start[order[middle]!]! < minutes) low = middle + 1
      else high = middle
    }
    return low
  }
  const addTo = (employee: number, row: Float64Array) => {
    for (const span of frame.problem.employees[employee]!.unavailable ?? []) {
      const from = parseInstant(span.start)!
      const to = parseInstant(span.end)!
      for (let at = firstFrom(from - longest); at < order.length && start[order[at]!]! < to; at++) {
        const shift = order[at]!
        const overlap = Math.min(to, end[shift]!) - Math.max(from, start[shift]!)
        if (overlap <= 0) continue
        for (const { use, fromDay, untilDay } of uses.people[employee]!)
          if (frame.day[shift]! >= fromDay && frame.day[shift]! < untilDay)
            row[shift] = row[shift]! + use.weight * overlap
      }
    }
  }
  return [{ kind: 'pair', basePenalty: 0, addTo }]
}
