// One group of people (all of them, or a neighbourhood) solved by column generation and a dive: the master chooses lines,
// pricing finds better ones, lines that the master nearly takes are fixed, and the rest is generated anew. Where a dive ends
// without a better roster, another one leaves its way at some place.
// Source of the dive: R. Sadykov et al., "Primal heuristics for branch and price" (2019).
import { DivePlace } from './dive.ts'
import type { Line } from './line-model.ts'
import { type GroupTask, Master } from './master.ts'

export interface GroupResult {
  /** No choice of lines costs less; valid when pricing was exact or bounded, which it always is. */
  bound: number
  /** Every line generated, by person: a store for later groups. */
  generated: Line[][]
  /** Prices of the first master at its end, by cell. */
  price: Float64Array
}

/** Spends work, then yields; the caller counts. Rosters worth having go to `task.onLines`, each better than the one before. */
export function* solveGroup(task: GroupTask, spend: { work: number }): Generator<void, GroupResult> {
  const { model, pricers } = task
  const price = new Float64Array(model.cells.count)
  const everybody = pricers.map((_, p) => p)
  const none = pricers.map(() => undefined)
  const way = [new DivePlace(everybody, task.lines, Float64Array.from(task.heads), 0, none)]
  let result: GroupResult = {
    bound: Number.NEGATIVE_INFINITY,
    generated: task.lines.map(() => []),
    price: new Float64Array(model.cells.count),
  }
  let worth = task.worthMax
  for (let ends = 0; way.length > 0 && ends < task.endsMax; ) {
    const place = way[way.length - 1]!
    let isEnd = place.left.length === 0
    if (isEnd) {
      const total = totalOf(task, place)
      if (total <= worth) {
        worth = total - 1
        task.onLines(place.chosen as Line[], total)
      }
    } else if (!place.isSolved) {
      const isFirst = place.left.length === everybody.length
      const master = new Master(isFirst ? task : { ...task, exact: false }, place, price)
      const outcome = yield* master.generate(worth - place.fixedCost, spend, isFirst ? task.centre : undefined)
      const solution = master.solution()
      if (isFirst)
        result = { bound: outcome.bound, generated: solution.keep, price: Float64Array.from(master.prices()) }
      place.solved(solution)
      isEnd = outcome.least > worth - place.fixedCost
    }
    const next = isEnd ? undefined : place.next(task.random)
    if (next) way.push(next)
    else if (way.length === 1) break
    else {
      if (isEnd) ends++
      // Leaves the way anywhere: a wrong choice may lie far above the place where it shows.
      way.length = isEnd ? 1 + Math.floor(task.random() * (way.length - 1)) : way.length - 1
    }
    if (worth < result.bound) break
  }
  return result
}

function totalOf({ model, cells }: GroupTask, { heads, fixedCost }: DivePlace): number {
  let total = fixedCost
  for (const c of cells) total += model.cells.at(c, heads[c]!)
  return total
}
