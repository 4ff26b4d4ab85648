import { countsWeekend, free, type LineContext, open } from './line-context.ts'
import type { LineModel } from './line-model.ts'

/** Entries up to which reachable units are kept by weekends left. */
const reachMax = 800_000

/**
 * Most and least units that the days from d on can still add from a state. The most is kept by weekends left where these are few
 * (`levels`): dead ends of tight contracts are cut where they begin.
 */
export class UnitsReach {
  private readonly context: LineContext
  private readonly model: LineModel
  private readonly levels: number
  /** By day of the span, state and weekends left; -1 where no end can be reached. */
  private readonly most: Int16Array
  private readonly least: Int16Array

  constructor(model: LineModel, context: LineContext) {
    this.model = model
    this.context = context
    const size = (context.to - context.from + 1) * context.states.count
    let weekends = 0
    for (let d = context.from; d < context.to; d++) if (countsWeekend(model.weekend, d, true)) weekends++
    this.levels =
      context.weekendsMax >= weekends || size * context.weekendsMax > reachMax
        ? 1
        : Math.max(0, context.weekendsMax) + 1
    this.most = new Int16Array(size * this.levels)
    this.least = new Int16Array(size)
    for (let d = context.to - 1; d >= context.from; d--) for (let s = 0; s < context.states.count; s++) this.fill(d, s)
  }

  /** Can a label in `place` (day of the span × states + state) with so many units and weekends still end within the limits of units? */
  canEnd(place: number, units: number, weekends: number): boolean {
    const { levels, context } = this
    const most = this.most[place * levels + (levels > 1 ? context.weekendsMax - weekends : 0)]!
    return most >= 0 && units + most >= context.unitsMin && units + this.least[place]! <= context.unitsMax
  }

  /** Days after `d` are filled. */
  private fill(d: number, s: number): void {
    const { context, most, levels } = this
    const { person, states, forced, from } = context
    const place = (d - from) * states.count + s
    most.fill(-1, place * levels, (place + 1) * levels)
    this.least[place] = 32767
    const then = (d - from + 1) * states.count
    const fixed = forced[d]!
    const off = states.nextOff[s]!
    const mayRest = (fixed === open || fixed === free) && person.offCost[d]! < Number.POSITIVE_INFINITY
    if (off >= 0 && mayRest) this.take(place, then + off, 0, 0)
    if (fixed === free) return
    const { dayStart, groupStart, groupClass, groupUnits, optionCell } = person.options
    const a = states.classOf[s]!
    const weekend = levels > 1 && countsWeekend(this.model.weekend, d, a >= 0) ? 1 : 0
    for (let g = dayStart[d]!; g < dayStart[d + 1]!; g++) {
      const b = groupClass[g]!
      const next = states.nextWork[s * person.classes + b]!
      if (next < 0 || (a >= 0 && person.follows[(d * person.classes + a) * person.classes + b] === 0)) continue
      if (fixed !== open && !optionCell.subarray(groupStart[g]!, groupStart[g + 1]!).includes(fixed)) continue
      this.take(place, then + next, groupUnits[g]!, weekend)
    }
  }

  /** `place` can do what `then` can, after so many units and weekends. */
  private take(place: number, then: number, units: number, weekend: number): void {
    const { most, least, levels } = this
    least[place] = Math.min(least[place]!, units + least[then]!)
    for (let level = weekend; level < levels; level++) {
      const after = most[then * levels + level - weekend]!
      const at = place * levels + level
      if (after >= 0 && units + after > most[at]!) most[at] = units + after
    }
  }
}
