// What a number of heads on a shift costs, level by level: tables up to where every rule has become linear.
import type { Level } from '../model/problem.ts'
import { levels } from '../model/problem.ts'
import type { CoverTracker } from '../rules/kit/define-rule.ts'

export class CoverTable {
  private readonly first: Int32Array
  private readonly size: Int32Array
  private readonly tables: readonly (Float64Array | null)[]

  constructor(shifts: number, trackers: readonly { tracker: CoverTracker; level: Level }[]) {
    this.first = new Int32Array(shifts + 1)
    this.size = new Int32Array(shifts + 1)
    let total = 0
    for (let shift = 0; shift < shifts; shift++) {
      let linearFrom = 0
      for (const { tracker } of trackers) linearFrom = Math.max(linearFrom, tracker.headsLinearFrom(shift))
      this.first[shift + 1] = total
      this.size[shift + 1] = linearFrom + 2
      total += linearFrom + 2
    }
    this.tables = levels.map((level) => {
      const own = trackers.filter((entry) => entry.level === level)
      if (own.length === 0) return null
      const table = new Float64Array(total)
      for (let shift = 0; shift < shifts; shift++)
        for (let heads = 0; heads < this.size[shift + 1]!; heads++)
          for (const { tracker } of own) {
            const at = this.first[shift + 1]! + heads
            table[at] = table[at]! + tracker.penalty(shift, heads)
          }
      return table
    })
  }

  /** Penalty of a code with so many heads at a level (0 hard, 1 medium, 2 soft). */
  penalty(level: number, code: number, heads: number): number {
    const table = this.tables[level]!
    if (table === null) return 0
    const first = this.first[code]!
    const last = this.size[code]! - 1
    if (heads <= last) return table[first + heads]!
    return table[first + last]! + (heads - last) * (table[first + last]! - table[first + last - 1]!)
  }
}
