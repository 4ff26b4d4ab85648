import type { Pricing } from './priced-lines.ts'

/** Whoever finds cheap lines of one person; which way depends on what the person's rules need. */
export interface Pricer {
  /** Multipliers, kept with a checkpoint so that a resumed search goes on to the same result. */
  readonly bound: { save(): number[]; load(values: readonly number[]): void }
  /**
   * Lines that cost less than `target` at the prices of cells, cheapest first, at most `want`, and a bound on all lines.
   * `known` is the cost of the best line in hand; a `beam` above 0 keeps that many labels a day.
   */
  price(price: Float64Array, target: number, known: number, want: number, beam?: number): Pricing
  /** Elementary operations since the last call, for budgets. */
  takeWork(): number
}
