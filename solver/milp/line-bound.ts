// The relaxed line: limits on units, weekends and counts are priced by multipliers instead of kept, so that a backward pass
// over the few sequence states bounds every completion. Source: J. Beasley, N. Christofides, "An algorithm for the resource
// constrained shortest path problem" (1989); step lengths by B. Polyak (1969).
import type { GroupCosts } from './group-costs.ts'
import { countsWeekend, free, type LineContext, open } from './line-context.ts'
import type { LineModel, LinePerson } from './line-model.ts'

/** Result of one relaxed pass: the path the bound comes from. */
export interface RelaxedPath {
  bound: number
  /** Cost of the path by itself, prices included; a real line only when `feasible`. */
  cost: number
  feasible: boolean
  units: number
  weekends: number
  counters: Int32Array
  /** Option of each day of the span, or -1. */
  options: Int32Array
}

/** Multipliers of one person, kept from call to call. */
export class LineBound {
  readonly context: LineContext
  unit = 0
  weekend = 0
  readonly counter: Float64Array
  /** `toGo[(d - from) * states + s]`: least cost, multipliers included, of days d … to - 1 from state s before day d. */
  toGo: Float64Array
  work = 0
  private readonly best
  private readonly model: LineModel
  private readonly path: RelaxedPath
  /** Classes that can be worked on a day, with their least totals; `place` finds a class in the list. */
  private readonly day: { total: Float64Array; classes: Int32Array; place: Int32Array }

  /** Room of `workTotals`. */
  private readonly through: Float64Array
  private readonly rowLeast: Float64Array

  constructor(model: LineModel, context: LineContext, toGo: Float64Array) {
    this.model = model
    this.context = context
    this.counter = new Float64Array(context.countersMax.length)
    const { classes } = context.person
    this.day = { total: new Float64Array(classes), classes: new Int32Array(classes), place: new Int32Array(classes) }
    this.through = new Float64Array(classes)
    this.rowLeast = new Float64Array((context.states.rowNext.length / classes) * (classes + 1))
    this.toGo = toGo
    this.best = {
      unit: 0,
      weekend: 0,
      counter: new Float64Array(this.counter.length),
      bound: 0,
      unitStep: 0,
      weekendStep: 0,
      counterStep: new Float64Array(this.counter.length),
      norm: 0,
    }
    this.path = {
      bound: 0,
      cost: 0,
      feasible: false,
      units: 0,
      weekends: 0,
      counters: new Int32Array(this.counter.length),
      options: new Int32Array(context.to - context.from),
    }
  }

  /** What the multipliers give back for the limits: added to a path's priced cost it bounds every line. */
  offset(): number {
    const { context } = this
    let sum =
      context.outside.cost -
      this.unit * (this.unit > 0 ? context.unitsMax : context.unitsMin) -
      this.weekend * context.weekendsMax
    for (let k = 0; k < this.counter.length; k++) sum -= this.counter[k]! * context.countersMax[k]!
    return sum
  }

  /** Fills `toGo` for the current multipliers. */
  backward(groups: GroupCosts): void {
    const { context, model, toGo, rowLeast } = this
    const { person, states, from, to } = context
    const { dayStart } = person.options
    const { count: S, nextOff, classOf, rowOf, start } = states
    const { classes } = person
    toGo.fill(0, (to - from) * S, (to - from + 1) * S)
    for (let d = to - 1; d >= from; d--) {
      const here = (d - from) * S
      const then = here + S
      const mayRest = context.forced[d] === open || context.forced[d] === free
      const rest = mayRest ? person.offCost[d]! : Number.POSITIVE_INFINITY
      const fromRest = countsWeekend(model.weekend, d, false) ? this.weekend : 0
      const fromWork = countsWeekend(model.weekend, d, true) ? this.weekend : 0
      const present = this.classTotals(groups, dayStart[d]!, dayStart[d + 1]!, person)
      if (present > 0) this.workTotals(d, then, present)
      for (let s = 0; s < S; s++) {
        const off = nextOff[s]!
        let least = off >= 0 ? rest + toGo[then + off]! : Number.POSITIVE_INFINITY
        if (present > 0) {
          const a = classOf[s]!
          const work = rowLeast[rowOf[s]! * (classes + 1) + a + 1]! + (a < 0 ? fromRest : fromWork)
          if (work < least) least = work
        }
        toGo[here + s] = s === start && d > 0 ? Number.POSITIVE_INFINITY : least
      }
      this.work += S * (present + 2) + dayStart[d + 1]! - dayStart[d]!
    }
  }

  /** Least cost of working on day `d` and going on, by row of states and class of the day before (first: it was free). */
  private workTotals(d: number, then: number, present: number): void {
    const { toGo, rowLeast, through } = this
    const { person, states } = this.context
    const { classes } = person
    const { total, classes: list } = this.day
    const { rowNext } = states
    const { start, list: successors } = states.successors[d]!
    through.fill(Number.POSITIVE_INFINITY)
    const rows = rowNext.length / classes
    for (let row = 0; row < rows; row++) {
      let least = Number.POSITIVE_INFINITY
      for (let i = 0; i < present; i++) {
        const b = list[i]!
        const next = rowNext[row * classes + b]!
        const value = next < 0 ? Number.POSITIVE_INFINITY : total[i]! + toGo[then + next]!
        through[b] = value
        if (value < least) least = value
      }
      const at = row * (classes + 1)
      rowLeast[at] = least
      for (let a = 0; a < classes; a++) {
        let after = Number.POSITIVE_INFINITY
        for (let i = start[a]!, end = start[a + 1]!; i < end; i++) {
          const value = through[successors[i]!]!
          if (value < after) after = value
        }
        rowLeast[at + a + 1] = after
      }
    }
  }

  /** Cheapest option, multipliers included, of every class with one that day: what comes after depends on the class alone. */
  private classTotals(groups: GroupCosts, first: number, end: number, person: LinePerson): number {
    const { groupClass, groupUnits, groupCounter } = person.options
    const { total, classes, place } = this.day
    let present = 0
    for (let g = first; g < end; g++) {
      const k = groupCounter[g]!
      const value = groups.cost[g]! + this.unit * groupUnits[g]! + (k >= 0 ? this.counter[k]! : 0)
      if (value === Number.POSITIVE_INFINITY) continue
      const b = groupClass[g]!
      const at = place[b]!
      if (at < present && classes[at] === b) {
        if (value < total[at]!) total[at] = value
        continue
      }
      place[b] = present
      classes[present] = b
      total[present++] = value
    }
    return present
  }

  /** Follows the least costs of `toGo` from the start. The answer is reused by the next call. */
  trace(groups: GroupCosts): RelaxedPath {
    const { context, model, toGo, path } = this
    const { person, states, from, to } = context
    const { dayStart, groupClass, groupUnits, groupCounter } = person.options
    const { classes, follows } = person
    const S = states.count
    let s = context.startState
    path.cost = context.outside.cost
    path.units = 0
    path.weekends = 0
    path.counters.fill(0)
    path.bound = toGo[s]! + this.offset()
    for (let d = from; d < to; d++) {
      const then = (d - from + 1) * S
      const mayRest = context.forced[d] === open || context.forced[d] === free
      const off = states.nextOff[s]!
      let least = off >= 0 && mayRest ? person.offCost[d]! + toGo[then + off]! : Number.POSITIVE_INFINITY
      let pick = -1
      let next = off
      const a = states.classOf[s]!
      const begins = countsWeekend(model.weekend, d, a >= 0)
      for (let g = dayStart[d]!; g < dayStart[d + 1]!; g++) {
        const b = groupClass[g]!
        const to = states.nextWork[s * classes + b]!
        if (to < 0 || (a >= 0 && follows[(d * classes + a) * classes + b] === 0)) continue
        const k = groupCounter[g]!
        const value =
          groups.cost[g]! +
          this.unit * groupUnits[g]! +
          (k >= 0 ? this.counter[k]! : 0) +
          (begins ? this.weekend : 0) +
          toGo[then + to]!
        if (value < least) {
          least = value
          pick = g
          next = to
        }
      }
      if (least === Number.POSITIVE_INFINITY) {
        path.feasible = false
        path.bound = Number.POSITIVE_INFINITY
        return path
      }
      if (pick < 0) {
        path.cost += person.offCost[d]!
        path.options[d - from] = -1
      } else {
        path.cost += groups.cost[pick]!
        path.units += groupUnits[pick]!
        if (begins) path.weekends++
        const k = groupCounter[pick]!
        if (k >= 0) path.counters[k]!++
        path.options[d - from] = groups.option[pick]!
      }
      s = next
    }
    path.feasible =
      path.units >= context.unitsMin && path.units <= context.unitsMax && path.weekends <= context.weekendsMax
    for (let k = 0; k < path.counters.length; k++)
      if (path.counters[k]! > context.countersMax[k]!) path.feasible = false
    this.work += (to - from) * 6
    return path
  }

  /** Takes `path` as the best so far: the next steps start from its multipliers. */
  mark(path: RelaxedPath): void {
    const { context, counter, best } = this
    best.unit = this.unit
    best.weekend = this.weekend
    best.counter.set(counter)
    best.bound = path.bound
    const over = path.units - context.unitsMax
    const under = path.units - context.unitsMin
    best.unitStep = this.unit > 0 || over > 0 ? over : this.unit < 0 || under < 0 ? under : 0
    best.weekendStep = path.weekends - context.weekendsMax
    if (this.weekend <= 0 && best.weekendStep < 0) best.weekendStep = 0
    best.norm = best.unitStep * best.unitStep + best.weekendStep * best.weekendStep
    for (let k = 0; k < counter.length; k++) {
      const step = path.counters[k]! - context.countersMax[k]!
      best.counterStep[k] = step > 0 || counter[k]! > 0 ? step : 0
      best.norm += best.counterStep[k]! * best.counterStep[k]!
    }
  }

  /** Sets the multipliers a step beyond the marked ones, aiming at `target`. False when nothing is left to correct. */
  advance(target: number, factor: number): boolean {
    const { context, counter, best } = this
    if (best.norm === 0) return false
    const length = (factor * Math.max(target - best.bound, 1e-3)) / best.norm
    this.unit = best.unit + length * best.unitStep
    if (context.unitsMin !== context.unitsMax && best.unit * this.unit < 0) this.unit = 0
    this.weekend = Math.max(0, best.weekend + length * best.weekendStep)
    for (let k = 0; k < counter.length; k++) counter[k] = Math.max(0, best.counter[k]! + length * best.counterStep[k]!)
    return true
  }

  /** Back to the marked multipliers. */
  recall(): void {
    this.unit = this.best.unit
    this.weekend = this.best.weekend
    this.counter.set(this.best.counter)
  }

  /** The multipliers as plain numbers: units, weekends, counts. */
  save(): number[] {
    return [this.unit, this.weekend, ...this.counter]
  }

  load(values: readonly number[]): void {
    this.unit = values[0] ?? 0
    this.weekend = values[1] ?? 0
    this.counter.set(values.slice(2))
  }
}
