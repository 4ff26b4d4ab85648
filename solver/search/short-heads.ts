// Which shifts have fewer heads than wanted, as bits: what is short depends on the roster alone, not on how it came about.
import type { Frame } from '../model/frame.ts'

export class ShortHeads {
  /** Heads wanted by code: the target, else the minimum. */
  readonly wanted: Int32Array
  private readonly bits: Uint32Array
  private count = 0

  constructor(frame: Frame) {
    this.wanted = new Int32Array(frame.shiftCount + 1)
    frame.problem.shifts.forEach(({ heads }, index) => {
      this.wanted[index + 1] = heads.target ?? heads.min
    })
    this.bits = new Uint32Array((frame.shiftCount >>> 5) + 1)
  }

  /** Says how many heads a code has now. */
  update(code: number, heads: number): void {
    const mask = 1 << (code & 31)
    const word = code >>> 5
    const was = (this.bits[word]! & mask) !== 0
    const is = heads < this.wanted[code]!
    if (was === is) return
    this.bits[word] = this.bits[word]! ^ mask
    this.count += is ? 1 : -1
  }

  /** The first short code from `code` on, going round; 0 when there is none. */
  from(code: number): number {
    if (this.count === 0) return 0
    const { bits } = this
    let word = code >>> 5
    let left = (bits[word]! >>> (code & 31)) << (code & 31)
    while (left === 0) {
      word = word + 1 === bits.length ? 0 : word + 1
      left = bits[word]!
    }
    return (word << 5) + 31 - Math.clz32(left & -left)
  }
}
