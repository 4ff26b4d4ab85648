import type { Pricing } from './priced-lines.ts'

/** How far pricing looks for a line. */
export interface Effort {
  /** Labels a day that are kept, the most promising ones; 0 keeps all. */
  beam: number
  /** Forgets what counts are used where labels are compared: few labels are left, and what they lead to is nearly as good. */
  isCoarse: boolean
}

/** Every line that may be the cheapest is looked at. */
export const exactEffort: Effort = { beam: 0, isCoarse: false }

/** Whoever finds cheap lines of one person; which way depends on what the person's rules need. */
export interface Pricer {
  /** Multipliers, kept with a checkpoint so that a resumed search goes on to the same result. */
  readonly bound: { save(): number[]; load(values: readonly number[]): void }
  /**
   * Lines that cost less than `target` at the prices of cells, cheapest first, at most `want`, and a bound on all lines.
   * `known` is the cost of the best line in hand. Without `effort` the answer is exact.
   */
  price(price: Float64Array, target: number, known: number, want: number, effort?: Effort): Pricing
  /** Elementary operations since the last call, for budgets. */
  takeWork(): number
}
