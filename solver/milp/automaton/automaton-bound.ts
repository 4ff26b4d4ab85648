// A bound on a person's lines over an automaton: the cost of all minutes is priced by one multiplier, every other rule is in the states,
// so that a shortest path bounds all lines.
// Source: J. Beasley, N. Christofides, "An algorithm for the resource constrained shortest path problem" (1989).
import type { LinePerson } from '../line-model.ts'
import type { AutomatonRoom } from './automaton-room.ts'
import type { ClassCosts } from './class-costs.ts'
import type { PersonAutomaton } from './person-automaton.ts'

const boundRounds = 12

interface Path {
  bound: number
  /** Cost of the path as a line, prices included. */
  priced: number
  units: number
  /** Units at which the multiplier would like the line. */
  wanted: number
}

/** The bound as a function of the multiplier is concave: a tangent of it. */
interface Tangent {
  at: number
  value: number
  slope: number
}

/** Where the tangents of both sides meet, or undefined when nothing above `best` is left between them. */
function crossing(low: Tangent, high: Tangent, best: number): number | undefined {
  const at = (high.value - low.value + low.slope * low.at - high.slope * high.at) / (low.slope - high.slope)
  const most = low.value + low.slope * (at - low.at)
  return most > best + 1e-4 && at > low.at && at < high.at ? at : undefined
}

export class AutomatonBound {
  multiplier = 0
  /** First state of each layer's place in `room.toGo`. */
  readonly offset: Int32Array
  /** Arc of each day of the line at hand. */
  readonly path: Int32Array
  /** Elementary operations since the pricer took them. */
  work = 0
  private readonly person: LinePerson
  private readonly own: PersonAutomaton
  private readonly classes: ClassCosts
  private readonly room: AutomatonRoom
  /** Cost of a layer's classes under the multiplier. */
  private readonly total: Float64Array

  constructor(person: LinePerson, own: PersonAutomaton, classes: ClassCosts, room: AutomatonRoom) {
    const { layers, endCost } = own.automaton
    this.person = person
    this.own = own
    this.classes = classes
    this.room = room
    this.offset = new Int32Array(layers.length + 1)
    for (const [d, layer] of layers.entries()) this.offset[d + 1] = this.offset[d]! + layer.arcStart.length - 1
    room.grow(this.offset[layers.length]! + endCost.length)
    this.path = new Int32Array(layers.length)
    this.total = new Float64Array(layers.reduce((widest, layer) => Math.max(widest, layer.classes), 0))
  }

  /** The multiplier as other pricers keep theirs: to go on from a checkpoint to the same result. */
  save(): number[] {
    return [this.multiplier]
  }

  load(values: readonly number[]): void {
    this.multiplier = values[0] ?? 0
  }

  /** Moves the multiplier to where the bound is best, or until it reaches `target`; `visit` sees the line of every pass (in `path`). */
  tighten(target: number, visit: (priced: number) => void): number {
    if (this.own.start < 0) return Number.POSITIVE_INFINITY
    let best = Number.NEGATIVE_INFINITY
    let bestMultiplier = this.multiplier
    let low: Tangent | undefined
    let high: Tangent | undefined
    for (let round = 0; round < boundRounds; round++) {
      const path = this.relax()
      if (path.bound > best) {
        best = path.bound
        bestMultiplier = this.multiplier
      }
      if (best >= target) break
      visit(path.priced)
      const tangent = { at: this.multiplier, value: path.bound, slope: path.units - path.wanted }
      if (!this.own.unitsCost || path.priced <= best + 1e-6 || tangent.slope === 0) break
      if (tangent.slope > 0) low = tangent
      else high = tangent
      const next = low && high ? crossing(low, high, best) : this.marginal(path.units, tangent.slope)
      if (next === undefined) break
      this.multiplier = next
    }
    this.multiplier = bestMultiplier
    return best
  }

  /** Least costs to the end under the multiplier, and the line they lead to (left in `path`). */
  relax(): Path {
    const { own, person } = this
    this.backward()
    const least = this.room.toGo[this.offset[0]! + own.start]!
    const line = least < Number.POSITIVE_INFINITY ? this.trace() : { priced: least, units: 0 }
    const { wanted, value } = this.conjugate()
    const ends = own.unitsCost ? own.unitsCost[line.units]! : 0
    return { bound: person.constant + least + value, priced: line.priced + ends, units: line.units, wanted }
  }

  /** Least cost of units minus what the multiplier charges for them. */
  conjugate(): { wanted: number; value: number } {
    const { unitsCost } = this.own
    if (!unitsCost) return { wanted: 0, value: 0 }
    let wanted = 0
    let value = Number.POSITIVE_INFINITY
    for (let u = 0; u < unitsCost.length; u++) {
      const cost = unitsCost[u]! - this.multiplier * u
      if (cost >= value) continue
      value = cost
      wanted = u
    }
    return { wanted, value }
  }

  private backward(): void {
    const { offset, own, multiplier, classes, total } = this
    const { layers, endCost } = own.automaton
    const { toGo } = this.room
    toGo.set(endCost, offset[layers.length]!)
    for (let d = layers.length - 1; d >= 0; d--) {
      const { arcStart, arcClass, arcNext, arcCost, classes: count } = layers[d]!
      const then = offset[d + 1]!
      const here = offset[d]!
      const first = classes.start[d]!
      for (let k = 0; k < count; k++) total[k] = classes.cost[first + k]! + multiplier * classes.units[first + k]!
      let a = 0
      for (let s = 0; s < arcStart.length - 1; s++) {
        let least = Number.POSITIVE_INFINITY
        for (const end = arcStart[s + 1]!; a < end; a++) {
          const value = arcCost[a]! + total[arcClass[a]!]! + toGo[then + arcNext[a]!]!
          if (value < least) least = value
        }
        toGo[here + s] = least
      }
      this.work += arcClass.length
    }
  }

  /** Follows the least costs from the start: the line's cost without that of its units, and its units. */
  private trace(): { priced: number; units: number } {
    const { offset, own, multiplier, path, classes } = this
    const { layers, endCost } = own.automaton
    const { toGo } = this.room
    let s = own.start
    let priced = this.person.constant
    let units = 0
    for (let d = 0; d < layers.length; d++) {
      const { arcStart, arcClass, arcNext, arcCost } = layers[d]!
      let pick = -1
      let value = Number.POSITIVE_INFINITY
      for (let a = arcStart[s]!; a < arcStart[s + 1]!; a++) {
        const place = classes.start[d]! + arcClass[a]!
        const cost = arcCost[a]! + classes.cost[place]! + multiplier * classes.units[place]!
        const through = cost + toGo[offset[d + 1]! + arcNext[a]!]!
        if (through >= value) continue
        value = through
        pick = a
      }
      const place = classes.start[d]! + arcClass[pick]!
      priced += arcCost[pick]! + classes.cost[place]!
      units += classes.units[place]!
      path[d] = pick
      s = arcNext[pick]!
    }
    return { priced: priced + endCost[s]!, units }
  }

  /** What one more unit (or one fewer) costs at so many: there the multiplier would like as many. */
  private marginal(units: number, slope: number): number {
    const cost = this.own.unitsCost!
    const next = slope > 0 ? units + 1 : units - 1
    const step = (cost[next]! - cost[units]!) * Math.sign(slope)
    return Number.isFinite(step)
      ? step
      : this.multiplier + Math.sign(slope) * Math.max(16, 4 * Math.abs(this.multiplier))
  }
}
