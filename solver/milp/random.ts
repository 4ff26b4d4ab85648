/** Seeded chance with a state of one integer (B. Steele et al., SplitMix; 32-bit form by T. Ettinger, "mulberry32"). */
export class Random {
  state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  /** An integer in [0, n). */
  below(n: number): number {
    return Math.floor(this.next() * n)
  }

  /** `count` distinct members of `list`, in chance order. */
  sample<T>(list: readonly T[], count: number): T[] {
    const copy = [...list]
    for (let i = 0; i < Math.min(count, copy.length); i++) {
      const j = i + this.below(copy.length - i)
      const kept = copy[i]!
      copy[i] = copy[j]!
      copy[j] = kept
    }
    return copy.slice(0, count)
  }
}
