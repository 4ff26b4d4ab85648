// Finds the cheapest line of one person over the layers of an automaton. Every rule but the cost of all minutes is in the
// states, so one multiplier on minutes gives a bound by a shortest path; labels by (state, minutes) close what gap is left.
// Source of the bound: J. Beasley, N. Christofides, "An algorithm for the resource constrained shortest path problem" (1989).
import { free, open } from '../line-context.ts'
import type { LineModel, LinePerson } from '../line-model.ts'
import type { PricedLine, Pricing } from '../line-pricer.ts'
import type { Pricer } from '../pricer.ts'
import type { PersonAutomaton } from './person-automaton.ts'

const boundRounds = 12
const labelsMax = 120_000

/** Room shared by the pricers of a session. */
export class AutomatonRoom {
  capacity = 0
  value = new Float64Array(0)
  node = new Int32Array(0)
  units = new Int32Array(0)
  parent = new Int32Array(0)
  arc = new Int32Array(0)
  readonly table = new Int32Array(1 << 15)
  readonly stamp = new Int32Array(1 << 15)
  round = 0
  toGo = new Float64Array(0)
  work = 0

  /** Room for least costs of so many states. */
  grow(states: number): void {
    if (this.capacity === 0) {
      this.capacity = labelsMax
      this.value = new Float64Array(labelsMax)
      this.node = new Int32Array(labelsMax)
      this.units = new Int32Array(labelsMax)
      this.parent = new Int32Array(labelsMax)
      this.arc = new Int32Array(labelsMax)
    }
    if (this.toGo.length < states) this.toGo = new Float64Array(states)
  }
}

interface Path {
  bound: number
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

export class AutomatonPricer implements Pricer {
  private readonly model: LineModel
  private readonly person: LinePerson
  private readonly own: PersonAutomaton
  private readonly forced: Int32Array
  private readonly room: AutomatonRoom
  /** First state of each layer's place in `toGo`. */
  private readonly offset: Int32Array
  /** By place of a class (classStart[d] + class): cheapest option, its cost with prices, its units. */
  private readonly classStart: Int32Array
  private readonly classCost: Float64Array
  private readonly classOption: Int32Array
  private readonly classUnits: Int32Array
  /** Arc of each day of the line at hand. */
  private readonly path: Int32Array
  private multiplier = 0
  /** Multipliers as other pricers keep them: to go on from a checkpoint to the same result. */
  readonly bound = {
    save: (): number[] => [this.multiplier],
    load: (values: readonly number[]): void => {
      this.multiplier = values[0] ?? 0
    },
  }

  /** `own` is the person's automaton; `forced` marks days as open, free, or worked in a cell. */
  constructor(model: LineModel, person: LinePerson, own: PersonAutomaton, forced: Int32Array, room: AutomatonRoom) {
    this.model = model
    this.person = person
    this.own = own
    this.forced = forced
    this.room = room
    const { layers, endCost } = this.own.automaton
    this.offset = new Int32Array(layers.length + 1)
    this.classStart = new Int32Array(layers.length + 1)
    for (const [d, layer] of layers.entries()) {
      this.offset[d + 1] = this.offset[d]! + layer.arcStart.length - 1
      this.classStart[d + 1] = this.classStart[d]! + layer.classes
    }
    room.grow(this.offset[layers.length]! + endCost.length)
    const places = this.classStart[layers.length]!
    this.classCost = new Float64Array(places)
    this.classOption = new Int32Array(places)
    this.classUnits = new Int32Array(places)
    this.path = new Int32Array(layers.length)
    const { dayStart, groupClass, groupUnits } = person.options
    for (let d = 0; d < model.days; d++)
      for (let g = dayStart[d]!; g < dayStart[d + 1]!; g++)
        this.classUnits[this.classStart[d]! + groupClass[g]!] = groupUnits[g]!
  }

  /** As LinePricer.price: lines that cost less than `target`, cheapest first, and a bound on all lines. */
  price(price: Float64Array, target: number, _known: number, want: number, beam = 0): Pricing {
    this.updateClasses(price)
    const found: PricedLine[] = []
    const bound = this.tighten(target, (priced) => {
      if (priced < target) this.keep(found, priced)
    })
    const isDone = bound >= target || !this.own.unitsCost || (beam > 0 && found.length > 0)
    if (isDone || found.some(({ priced }) => priced <= bound + 1e-6)) return this.end(bound, found, want)
    this.relax()
    const limit = found.reduce((least, line) => Math.min(least, line.priced + 1e-7), target)
    const isWhole = this.label(limit, found, want, beam)
    const least = found.reduce((least, line) => Math.min(least, line.priced), limit)
    return this.end(isWhole ? Math.max(bound, least) : bound, found, want)
  }

  /** Moves the multiplier to where the bound is best, or until it reaches `target`; `visit` sees the line of every pass. */
  private tighten(target: number, visit: (priced: number) => void): number {
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

  /** Elementary operations since the last call, for budgets. */
  takeWork(): number {
    const done = this.room.work
    this.room.work = 0
    return done
  }

  private end(bound: number, found: PricedLine[], want: number): Pricing {
    found.sort((a, b) => a.priced - b.priced)
    if (found.length > want) found.length = want
    return { bound, found }
  }

  /** The cheapest option of every class of every day at these prices; a fixed cell pays none. */
  private updateClasses(price: Float64Array): void {
    const { classCost, classOption, classStart, forced, person } = this
    const { dayStart, groupClass, groupStart, optionCell, optionCost } = person.options
    classCost.fill(Number.POSITIVE_INFINITY)
    classOption.fill(-1)
    for (let d = 0; d < this.model.days; d++) {
      const fixed = forced[d]!
      if (fixed === open || fixed === free) classCost[classStart[d]!] = person.offCost[d]!
      for (let g = dayStart[d]!; g < dayStart[d + 1]!; g++) {
        const place = classStart[d]! + groupClass[g]!
        for (let o = groupStart[g]!; o < groupStart[g + 1]!; o++) {
          const cell = optionCell[o]!
          if (fixed !== open && fixed !== cell) continue
          const cost = fixed === open ? optionCost[o]! + price[cell]! : optionCost[o]!
          if (cost >= classCost[place]!) continue
          classCost[place] = cost
          classOption[place] = o
        }
      }
    }
  }

  /** Least costs to the end under the multiplier, and the line they lead to (left in `path`). */
  private relax(): Path {
    const { room, offset, classStart, own, multiplier, path } = this
    const { layers, endCost } = own.automaton
    const { toGo } = room
    const days = layers.length
    toGo.set(endCost, offset[days]!)
    let widest = 0
    for (const layer of layers) widest = Math.max(widest, layer.classes)
    const total = new Float64Array(widest)
    for (let d = days - 1; d >= 0; d--) {
      const { arcStart, arcClass, arcNext, arcCost, classes } = layers[d]!
      const then = offset[d + 1]!
      const here = offset[d]!
      for (let k = 0; k < classes; k++)
        total[k] = this.classCost[classStart[d]! + k]! + multiplier * this.classUnits[classStart[d]! + k]!
      let a = 0
      for (let s = 0; s < arcStart.length - 1; s++) {
        let least = Number.POSITIVE_INFINITY
        for (const end = arcStart[s + 1]!; a < end; a++) {
          const value = arcCost[a]! + total[arcClass[a]!]! + toGo[then + arcNext[a]!]!
          if (value < least) least = value
        }
        toGo[here + s] = least
      }
      room.work += arcClass.length
    }
    let s = own.start
    let priced = this.person.constant
    let units = 0
    const least = toGo[offset[0]! + s]!
    for (let d = 0; d < days && least < Number.POSITIVE_INFINITY; d++) {
      const { arcStart, arcClass, arcNext, arcCost } = layers[d]!
      let pick = -1
      let value = Number.POSITIVE_INFINITY
      for (let a = arcStart[s]!; a < arcStart[s + 1]!; a++) {
        const place = classStart[d]! + arcClass[a]!
        const cost = arcCost[a]! + this.classCost[place]! + multiplier * this.classUnits[place]!
        const through = cost + toGo[offset[d + 1]! + arcNext[a]!]!
        if (through >= value) continue
        value = through
        pick = a
      }
      const place = classStart[d]! + arcClass[pick]!
      priced += arcCost[pick]! + this.classCost[place]!
      units += this.classUnits[place]!
      path[d] = pick
      s = arcNext[pick]!
    }
    if (least < Number.POSITIVE_INFINITY) priced += endCost[s]!
    else priced = least
    const { wanted, value } = this.conjugate()
    const ends = own.unitsCost ? own.unitsCost[units]! : 0
    return { bound: this.person.constant + least + value, priced: priced + ends, units, wanted }
  }

  /** Least cost of units minus what the multiplier charges for them. */
  private conjugate(): { wanted: number; value: number } {
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

  /** The line of the arcs in `path`. */
  /** What one more unit (or one fewer) costs at so many: there the multiplier would like as many. */
  private marginal(units: number, slope: number): number {
    const cost = this.own.unitsCost!
    const next = slope > 0 ? units + 1 : units - 1
    const step = (cost[next]! - cost[units]!) * Math.sign(slope)
    return Number.isFinite(step)
      ? step
      : this.multiplier + Math.sign(slope) * Math.max(16, 4 * Math.abs(this.multiplier))
  }

  private keep(found: PricedLine[], priced: number): void {
    if (found.some((line) => Math.abs(line.priced - priced) < 1e-9)) return
    const { own, path, person, classStart } = this
    const { layers, endCost } = own.automaton
    const { optionCell, optionCost } = person.options
    const cells: number[] = []
    let cost = person.constant
    let units = 0
    let state = own.start
    for (const [d, { arcClass, arcNext, arcCost }] of layers.entries()) {
      const arc = path[d]!
      const place = classStart[d]! + arcClass[arc]!
      const option = this.classOption[place]!
      cost += arcCost[arc]! + (option < 0 ? person.offCost[d]! : optionCost[option]!)
      units += this.classUnits[place]!
      state = arcNext[arc]!
      if (option >= 0 && this.forced[d] === open) cells.push(optionCell[option]!)
    }
    cost += endCost[state]! + (own.unitsCost ? own.unitsCost[units]! : 0)
    found.push({ cost, cells: Int32Array.from(cells), priced })
  }

  /** Labels of a bound below `limit`; adds the cheapest lines to `found`. False when labels were dropped for room. */
  private label(limit: number, found: PricedLine[], want: number, beam: number): boolean {
    const { room, own, offset, classStart, multiplier, classCost, classUnits } = this
    const { value, node, units, parent, arc: byArc, table, stamp, toGo } = room
    const { layers, endCost } = own.automaton
    const unitsCost = own.unitsCost!
    const base = this.person.constant + this.conjugate().value
    const mask = table.length - 1
    let isWhole = true
    let begin = 0
    let end = 1
    value[0] = 0
    node[0] = own.start
    units[0] = 0
    parent[0] = -1
    for (const [d, { arcStart, arcClass, arcNext, arcCost }] of layers.entries()) {
      const here = offset[d]!
      const then = offset[d + 1]!
      const round = ++room.round
      let cut = Number.POSITIVE_INFINITY
      let places = end - begin
      if (beam > 0 && places > beam) {
        cut = this.cut(begin, end, here, beam)
        places = beam
        isWhole = false
      }
      const made = end
      for (let l = begin; l < made && places > 0; l++) {
        if (value[l]! + toGo[here + node[l]!]! > cut) continue
        places--
        for (let a = arcStart[node[l]!]!, last = arcStart[node[l]! + 1]!; a < last; a++) {
          const place = classStart[d]! + arcClass[a]!
          const next = arcNext[a]!
          const paid = value[l]! + arcCost[a]! + classCost[place]! + multiplier * classUnits[place]!
          if (!(paid + toGo[then + next]! + base < limit)) continue
          const sum = units[l]! + classUnits[place]!
          let slot = (Math.imul(next * 1021 + sum, 0x9e3779b1) >>> 12) & mask
          while (stamp[slot] === round && (node[table[slot]!] !== next || units[table[slot]!] !== sum))
            slot = (slot + 1) & mask
          let at = table[slot]!
          if (stamp[slot] !== round) {
            if (end >= room.capacity || (end - made) * 2 >= table.length) return false
            at = end++
            stamp[slot] = round
            table[slot] = at
            node[at] = next
            units[at] = sum
          } else if (value[at]! <= paid) continue
          value[at] = paid
          parent[at] = l
          byArc[at] = a
        }
      }
      room.work += (end - begin) * 10
      begin = made
    }
    const ends: { label: number; priced: number }[] = []
    for (let l = begin; l < end; l++) {
      const own = value[l]! - multiplier * units[l]! + endCost[node[l]!]! + unitsCost[units[l]!]!
      if (this.person.constant + own < limit) ends.push({ label: l, priced: this.person.constant + own })
    }
    ends.sort((a, b) => a.priced - b.priced || a.label - b.label)
    for (const { label, priced } of ends.slice(0, want)) {
      for (let d = layers.length - 1, l = label; d >= 0; d--, l = parent[l]!) this.path[d] = byArc[l]!
      this.keep(found, priced)
    }
    return isWhole
  }

  /** The bound that the `width` best labels keep. */
  private cut(begin: number, end: number, here: number, width: number): number {
    const { value, node, toGo } = this.room
    const bounds = new Float64Array(end - begin)
    for (let l = begin; l < end; l++) bounds[l - begin] = value[l]! + toGo[here + node[l]!]!
    return bounds.sort()[width - 1]!
  }
}
