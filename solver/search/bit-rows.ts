// A table of bits with the number of bits before each word, so that set bits can be numbered, counted and drawn in a few
// steps (rank and select, Jacobson 1989). A pair of person and shift takes two bits of it instead of a number.

export class BitRows {
  private readonly words: number
  private readonly bits: Uint32Array
  /** By word: set bits in all words before it. */
  private readonly before: Uint32Array

  constructor(rows: number, columns: number) {
    this.words = (columns >>> 5) + 1
    this.bits = new Uint32Array(rows * this.words)
    this.before = new Uint32Array(rows * this.words + 1)
  }

  set(row: number, column: number): void {
    const word = row * this.words + (column >>> 5)
    this.bits[word] = this.bits[word]! | (1 << (column & 31))
  }

  /** To be called once all bits are set; answers how many are. */
  close(): number {
    for (let word = 0; word < this.bits.length; word++)
      this.before[word + 1] = this.before[word]! + bitCount(this.bits[word]!)
    return this.before[this.bits.length]!
  }

  has(row: number, column: number): boolean {
    return ((this.bits[row * this.words + (column >>> 5)]! >>> (column & 31)) & 1) === 1
  }

  /** The number of a set bit, counted row by row; -1 when it is not set. */
  numberOf(row: number, column: number): number {
    const word = row * this.words + (column >>> 5)
    const shifted = this.bits[word]! >>> (column & 31)
    if ((shifted & 1) === 0) return -1
    // The bits below, by pushing the others out; a shift by 32 would do nothing.
    const below = (column & 31) === 0 ? 0 : bitCount(this.bits[word]! << (32 - (column & 31)))
    return this.before[word]! + below
  }

  /** Set bits of a row in columns [0, column). */
  private countBelow(row: number, column: number): number {
    const word = row * this.words + (column >>> 5)
    const below = (column & 31) === 0 ? 0 : bitCount(this.bits[word]! << (32 - (column & 31)))
    return this.before[word]! - this.before[row * this.words]! + below
  }

  /** Set bits of a row in columns [from, to). */
  count(row: number, from: number, to: number): number {
    return this.countBelow(row, to) - this.countBelow(row, from)
  }

  /** The column of a row's set bit number `index`, counted from column `from`; there must be one. */
  select(row: number, from: number, index: number): number {
    let word = row * this.words + (from >>> 5)
    let left = index
    let bits = (this.bits[word]! >>> (from & 31)) << (from & 31)
    for (let count = bitCount(bits); left >= count; count = bitCount(bits)) {
      left -= count
      bits = this.bits[++word]!
    }
    while (left-- > 0) bits &= bits - 1
    return ((word - row * this.words) << 5) + 31 - Math.clz32(bits & -bits)
  }
}

/** Set bits of 32 (Warren, Hacker's Delight, 5-1). */
function bitCount(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
