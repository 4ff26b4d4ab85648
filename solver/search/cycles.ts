// How a budget is cut into cycles: each cools from hot to cold, the first for an early answer, the others for a good one.

/** The part of the annealing budget that the first, short cycle takes. */
const firstCycle = 0.06
/** More evaluations than this per person and day are better spent on another long cycle; at most so many. */
const cycleEvaluationsPerCell = 40_000
const longCyclesMax = 8

/** Parts of a budget of `span` evaluations at which cycles end; `cells` are people by days. */
export function cycleEnds(span: number, cells: number): number[] {
  const count = Math.min(longCyclesMax, Math.max(1, Math.round(span / (cells * cycleEvaluationsPerCell))))
  return Array.from({ length: count + 1 }, (_, cycle) => firstCycle + ((1 - firstCycle) * cycle) / count)
}
