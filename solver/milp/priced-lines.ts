import type { Line } from './line-model.ts'

/** A line found by pricing. `priced` is its cost with prices. */
export interface PricedLine extends Line {
  priced: number
}

export interface Pricing {
  /** No line costs less than this, prices included. */
  bound: number
  found: PricedLine[]
}

/** Whether a line of this price is in hand: two of one price are nearly always the same. */
export function isKnown(found: readonly PricedLine[], priced: number): boolean {
  return found.some((line) => Math.abs(line.priced - priced) < 1e-9)
}

/** The answer of a pricer: the cheapest `want` lines. */
export function pricing(bound: number, found: PricedLine[], want: number): Pricing {
  return { bound, found: found.sort((a, b) => a.priced - b.priced).slice(0, want) }
}
