// By how much the move under evaluation changes the heads of shifts.
import type { CoverTable } from './cover-table.ts'
import type { ShortHeads } from './short-heads.ts'

export class HeadChanges {
  private readonly deltaOf: Int32Array
  private readonly touched: Int32Array
  private readonly changes: Int32Array
  private count = 0

  /** `changesMax`: the most codes that one move takes away and puts in. */
  constructor(codes: number, changesMax: number) {
    this.deltaOf = new Int32Array(codes + 1)
    this.touched = new Int32Array(changesMax)
    this.changes = new Int32Array(changesMax)
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.deltaOf[this.touched[i]!] = 0
    this.count = 0
  }

  add(code: number, change: number): void {
    this.deltaOf[code] = this.deltaOf[code]! + change
    this.touched[this.count++] = code
  }

  /** Leaves each code that changes once, and adds to `delta`, level by level, what the changes cost. */
  settle(heads: Int32Array, cover: CoverTable, delta: Float64Array): void {
    const { deltaOf, touched } = this
    let kept = 0
    for (let i = 0; i < this.count; i++) {
      const code = touched[i]!
      const change = deltaOf[code]!
      if (change === 0) continue
      deltaOf[code] = 0
      const now = heads[code]!
      for (let level = 0; level < 3; level++)
        delta[level] = delta[level]! + cover.penalty(level, code, now + change) - cover.penalty(level, code, now)
      touched[kept] = code
      this.changes[kept++] = change
    }
    this.count = kept
  }

  /** Makes the settled changes the heads. */
  apply(heads: Int32Array, short: ShortHeads): void {
    for (let i = 0; i < this.count; i++) {
      const code = this.touched[i]!
      heads[code] = heads[code]! + this.changes[i]!
      short.update(code, heads[code]!)
    }
  }
}
