// One group of people (all of them, or a neighbourhood) solved by column generation and a dive: the master chooses lines,
// pricing finds better ones, lines that the master nearly takes are fixed, and the rest is generated anew.
// Source of the dive: R. Sadykov et al., "Primal heuristics for branch and price" (2019).
import type { Line } from './line-model.ts'
import { type GroupTask, Master } from './master.ts'

export interface GroupResult {
  /** No choice of lines costs less; valid when pricing was exact or bounded, which it always is. */
  bound: number
  /** Lines by person, or undefined when the search was not worth finishing. */
  lines?: Line[]
  /** Every line generated, by person: a store for later groups. */
  generated: Line[][]
  /** Prices of the first master at its end, by cell. */
  price: Float64Array
}

/** Spends work, then yields; the caller counts. Returns the result of the group. */
export function* solveGroup(task: GroupTask, spend: { work: number }): Generator<void, GroupResult> {
  const { model, pricers } = task
  const heads = Float64Array.from(task.heads)
  const chosen: (Line | undefined)[] = pricers.map(() => undefined)
  let generated: Line[][] = task.lines.map(() => [])
  const firstPrice = new Float64Array(model.cells.count)
  let pools: Line[][] = task.lines.map((lines) => [...lines])
  let left = pricers.map((_, p) => p)
  let fixedCost = 0
  let bound = Number.NEGATIVE_INFINITY
  const price = new Float64Array(model.cells.count)
  for (let depth = 0; left.length > 0; depth++) {
    const master = new Master(task, left, pools, heads, price)
    const outcome = yield* master.generate(
      task.worthMax - fixedCost,
      task.roundsMax,
      spend,
      depth === 0 ? task.centre : undefined,
    )
    const { picks, keep } = master.fix()
    if (depth === 0) {
      bound = outcome.bound
      firstPrice.set(master.prices())
      generated = keep
    }
    const least = task.exact
      ? outcome.bound
      : Math.max(outcome.bound, outcome.estimate, Math.ceil(outcome.objective - 0.01))
    if (least > task.worthMax - fixedCost) return { bound, generated, price: firstPrice }
    for (const { index, line } of picks) {
      const p = left[index]!
      chosen[p] = line
      fixedCost += line.cost
      for (const cell of line.cells) heads[cell]!++
    }
    const gone = new Set(picks.map(({ index }) => index))
    pools = keep.filter((_, index) => !gone.has(index))
    left = left.filter((_, index) => !gone.has(index))
  }
  let total = fixedCost
  for (const c of task.cells) total += model.cells.at(c, heads[c]!)
  if (total > task.worthMax) return { bound, generated, price: firstPrice }
  return { bound, lines: chosen.map((line) => line!), generated, price: firstPrice }
}
