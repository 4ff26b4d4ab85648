import type { LineContext } from './line-context.ts'
import type { Tally } from './line-labels.ts'
import type { LineModel } from './line-model.ts'

/**
 * What the days still to come can use of a person's limits. Two labels that use so little of a limit that it cannot run full any
 * more are alike in it: raised to the use from which on it can, they can be compared.
 */
export class LimitsLeft {
  private readonly context: LineContext
  /** Weekends that can begin on day `from + i` or later. */
  private readonly weekends: Int32Array
  /** For each count in a label's words: days on which it can grow, by day as above, and the least units of one more. */
  private readonly days: Int32Array[] = []
  private readonly unitsOfOne: number[] = []

  constructor(model: LineModel, context: LineContext) {
    this.context = context
    const { from, to, person } = context
    this.weekends = new Int32Array(to - from + 1)
    // A weekend can begin until its last day.
    for (let d = to - 1; d >= from; d--) {
      const w = model.weekend[d]!
      const isLast = w >= 0 && (d === to - 1 || model.weekend[d + 1] !== w)
      this.weekends[d - from] = this.weekends[d + 1 - from]! + (isLast ? 1 : 0)
    }
    for (const k of context.live.slice(0, 8)) {
      const { dayStart, groupCounter, groupUnits } = person.options
      const days = new Int32Array(to - from + 1)
      let units = Number.POSITIVE_INFINITY
      for (let d = to - 1; d >= from; d--) {
        let grows = 0
        for (let g = dayStart[d]!; g < dayStart[d + 1]!; g++) {
          if (groupCounter[g] !== k) continue
          grows = 1
          units = Math.min(units, groupUnits[g]!)
        }
        days[d - from] = days[d + 1 - from]! + grows
      }
      this.days.push(days)
      this.unitsOfOne.push(units)
    }
  }

  /** Raises what `tally` uses before day `d`, after so many units, to the use from which on the limits can run full. */
  raise(d: number, units: number, tally: Tally): void {
    const { context } = this
    const at = d - context.from
    tally.weekends = Math.max(tally.weekends, context.weekendsMax - this.weekends[at]!)
    for (let i = 0; i < this.days.length; i++) {
      const byUnits = (context.unitsMax - units) / this.unitsOfOne[i]!
      const least = context.countersMax[context.live[i]!]! - Math.min(this.days[i]![at]!, Math.floor(byUnits))
      const shift = (i & 3) * 8
      const word = i < 4 ? tally.counts : tally.counts2
      const more = least - ((word >>> shift) & 255)
      if (more <= 0) continue
      if (i < 4) tally.counts += more << shift
      else tally.counts2 += more << shift
    }
  }
}
