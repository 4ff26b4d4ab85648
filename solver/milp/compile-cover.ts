import type { Frame } from '../model/frame.ts'

interface HeadsCost {
  factor: number
  tracker: { headsLinearFrom(shift: number): number; penalty(shift: number, heads: number): number }
}

/** Costs of a shift's heads as breakpoints and slopes; undefined when they are not convex for some shift. */
export function coverCosts(
  frame: Frame,
  costs: readonly HeadsCost[],
): { points: number[]; slopes: number[]; atZero: number }[] | undefined {
  const cells: { points: number[]; slopes: number[]; atZero: number }[] = []
  for (let shift = 0; shift < frame.shiftCount; shift++) {
    const at = (heads: number) =>
      costs.reduce((sum, { factor, tracker }) => sum + factor * tracker.penalty(shift, heads), 0)
    const last = costs.reduce((most, { tracker }) => Math.max(most, tracker.headsLinearFrom(shift)), 0)
    const points: number[] = []
    const slopes: number[] = [at(1) - at(0)]
    for (let heads = 1; heads <= last; heads++) {
      const slope = at(heads + 1) - at(heads)
      if (slope < slopes[slopes.length - 1]!) return undefined
      if (slope === slopes[slopes.length - 1]) continue
      points.push(heads)
      slopes.push(slope)
    }
    cells.push({ points, slopes, atZero: at(0) })
  }
  return cells
}
