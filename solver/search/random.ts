// Seeded chance whose state is four integers (sfc32, Chris Doty-Humphrey's small fast counting generator).

export class Random {
  private a: number
  private b: number
  private c: number
  private d: number

  constructor(seed: number) {
    this.a = seed | 0
    this.b = Math.floor(seed / 4294967296) | 0
    this.c = 0x9e3779b9 | 0
    this.d = 1
    for (let i = 0; i < 15; i++) this.next()
  }

  /** A whole number from 0 to 2^32 - 1. */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (this.c << 21) | (this.c >>> 11)
    this.c = (this.c + t) | 0
    return t >>> 0
  }

  /** A whole number from 0 to count - 1. */
  below(count: number): number {
    return Math.floor((this.next() / 4294967296) * count)
  }

  /** A number above 0 and at most 1. */
  fraction(): number {
    return (this.next() + 1) / 4294967296
  }

  save(): number[] {
    return [this.a, this.b, this.c, this.d]
  }

  load(state: readonly number[]): void {
    this.a = state[0]! | 0
    this.b = state[1]! | 0
    this.c = state[2]! | 0
    this.d = state[3]! | 0
  }
}
