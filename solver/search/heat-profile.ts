// How the guide falls with the temperature, recorded in a first short cycle, tells where the long one should begin: where
// order has set in, yet a little above, since a fast cycle freezes early.

const bins = 40
/** The part of the whole fall that is still ahead at the temperature looked for, and how far above it the cycle begins. */
const fallAhead = 0.2
const above = 2

export class HeatProfile {
  private readonly sums: number[]
  private readonly counts: number[]

  constructor(saved: { sums: readonly number[]; counts: readonly number[] } | null) {
    this.sums = saved ? [...saved.sums] : new Array<number>(bins).fill(0)
    this.counts = saved ? [...saved.counts] : new Array<number>(bins).fill(0)
  }

  /** `part` of the cycle (0 to 1), and the guide's value there. */
  record(part: number, value: number): void {
    const bin = Math.min(bins - 1, Math.floor(part * bins))
    this.sums[bin] = this.sums[bin]! + value
    this.counts[bin] = this.counts[bin]! + 1
  }

  /** Where a cycle from `hot` to `cold` should have begun. */
  startTemperature(hot: number, cold: number): number {
    const known = this.sums.flatMap((sum, bin) =>
      this.counts[bin]! > 0 ? [{ bin, mean: sum / this.counts[bin]! }] : [],
    )
    if (known.length < bins / 2) return hot
    const low = known.at(-1)!.mean
    const high = Math.max(...known.map(({ mean }) => mean))
    // Looked for from the cold end: a good first roster is low at the hot end as well, until heat has undone it.
    const fallen = known[known.findLastIndex(({ mean }) => mean > low + fallAhead * (high - low)) + 1]
    if (!fallen) return hot
    return Math.min(hot, above * hot * (cold / hot) ** ((fallen.bin + 0.5) / bins))
  }

  save(): { sums: number[]; counts: number[] } {
    return { sums: [...this.sums], counts: [...this.counts] }
  }
}
