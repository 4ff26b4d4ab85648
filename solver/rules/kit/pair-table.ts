// The tracker of a rule that judges every person on every shift by itself.
import type { PairTracker, RuleUses } from './define-rule.ts'
import type { Grid } from './grid.ts'

/** One table of sizes: `sizeOf` is asked for each of `shifts` while a setting holds, and its answer (0: kept) weighed. */
export function trackPairs<P>(
  grid: Grid,
  uses: RuleUses<P>,
  shifts: readonly number[],
  sizeOf: (employee: number, shift: number, params: P) => number,
): PairTracker[] {
  const { frame } = grid
  if (shifts.length === 0 || uses.people.every((list) => list.length === 0)) return []
  const isOurs = new Uint8Array(frame.shiftCount)
  for (const shift of shifts) isOurs[shift] = 1
  const addTo = (employee: number, row: Float64Array, asked: readonly number[]) => {
    for (const { use, fromDay, untilDay } of uses.people[employee]!)
      for (const shift of asked)
        if (isOurs[shift] === 1 && frame.day[shift]! >= fromDay && frame.day[shift]! < untilDay)
          row[shift] = row[shift]! + use.weight * sizeOf(employee, shift, use.params)
  }
  return [{ kind: 'pair', basePenalty: 0, addTo }]
}

/** Indices of the shifts of which something holds. */
export function shiftsWith(grid: Grid, holds: (shift: number) => boolean): number[] {
  const found: number[] = []
  for (let shift = 0; shift < grid.frame.shiftCount; shift++) if (holds(shift)) found.push(shift)
  return found
}
