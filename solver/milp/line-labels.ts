import { LabelStore } from './label-store.ts'

/** What a label holds besides state and units. Counts are packed, eight bits each, four in a word. */
export interface Tally {
  weekends: number
  counts: number
  counts2: number
}

/**
 * Labels of lines that weekends and counts limit. Of two with the same state and units, one that costs no more without the
 * multipliers of weekends and counts, and has used no more of either, makes the other needless.
 */
export class LineLabels extends LabelStore {
  weekends = new Uint8Array(0)
  counts = new Int32Array(0)
  counts2 = new Int32Array(0)
  /** Cost without the multipliers of weekends and counts: what dominance compares. */
  raw = new Float64Array(0)
  /** Whether packed counts can be compared by size (none reaches 128); otherwise only by equality. */
  comparable = true
  /** Compares labels as if counts did not matter: those that go may have been the only ones with room for what comes. */
  isCoarse = false
  /** Next label of the same state and units in the layer, or -1. */
  private link = new Int32Array(0)

  constructor(capacity = 200_000, tableBits = 15) {
    super(capacity, tableBits)
  }

  override reset(state: number): void {
    super.reset(state)
    this.weekends[0] = 0
    this.counts[0] = 0
    this.counts2[0] = 0
    this.raw[0] = 0
  }

  /** Whether the label was made needless by a later one of its layer. */
  isGone(label: number): boolean {
    return this.cost[label] === Number.POSITIVE_INFINITY
  }

  /** Keeps a label unless another one makes it needless; those that it makes needless go. The label, -1 when it is needless, -2 for want of room. */
  offer(state: number, units: number, { weekends, counts, counts2 }: Tally, cost: number, raw: number): number {
    const slot = this.slotOf(state, units)
    let at = -1
    let before = -1
    if (this.isTaken(slot)) {
      before = this.table[slot]!
      for (let other = before; other >= 0; other = this.link[other]!) {
        if (this.isCoarse ? this.cost[other]! <= cost : this.raw[other]! <= raw) {
          if (this.usesNoMore(other, weekends, counts, counts2)) return -1
        } else if (this.allowsAll(other, weekends, counts, counts2)) {
          if (at < 0) at = other
          else this.cost[other] = this.raw[other] = Number.POSITIVE_INFINITY
        }
      }
    }
    if (at < 0) {
      at = this.append(slot)
      if (at < 0) return -2
      this.link[at] = before
    }
    this.state[at] = state
    this.units[at] = units
    this.weekends[at] = weekends
    this.counts[at] = counts
    this.counts2[at] = counts2
    this.raw[at] = raw
    this.cost[at] = cost
    return at
  }

  protected override allocate(): void {
    super.allocate()
    this.weekends = new Uint8Array(this.capacity)
    this.counts = new Int32Array(this.capacity)
    this.counts2 = new Int32Array(this.capacity)
    this.raw = new Float64Array(this.capacity)
    this.link = new Int32Array(this.capacity)
  }

  private usesNoMore(label: number, weekends: number, counts: number, counts2: number): boolean {
    if (this.weekends[label]! > weekends) return false
    if (this.isCoarse) return true
    return (
      within(this.counts[label]!, counts, this.comparable) && within(this.counts2[label]!, counts2, this.comparable)
    )
  }

  private allowsAll(label: number, weekends: number, counts: number, counts2: number): boolean {
    if (weekends > this.weekends[label]!) return false
    if (this.isCoarse) return true
    return (
      within(counts, this.counts[label]!, this.comparable) && within(counts2, this.counts2[label]!, this.comparable)
    )
  }
}

/** Is every packed count of `a` at most that of `b`? Without `comparable` (counts above 127), equality. */
function within(a: number, b: number, comparable: boolean): boolean {
  return a === b || (comparable && (((b | 0x80808080) - a) & 0x80808080) === (0x80808080 | 0))
}
