// Finds the cheapest line of one person at given prices of cells: bounds first, labels only where the bounds leave a gap.
// Labels are keyed by (sequence state, weekends, units, counts); the cheapest of a key survives, and only while its bound is
// below what is worth finding. Exact: no label is dropped for room (then the search says so by a lower bound).

import { type GroupCosts, LineBound, type RelaxedPath } from './line-bound.ts'
import { countsWeekend, free, type LineContext, open } from './line-context.ts'
import type { Line, LineModel } from './line-model.ts'

/** A line found by pricing. `priced` is its cost with prices. */
export interface PricedLine extends Line {
  priced: number
}

export interface Pricing {
  /** No line costs less than this, prices included. */
  bound: number
  found: PricedLine[]
}

/** Entries up to which reachable units are kept by weekends left. */
const reachMax = 800_000

/** Room shared by all pricers of a session: labels and their hash table. */
export class LabelStore {
  readonly capacity: number
  readonly cost: Float64Array
  readonly key: Int32Array
  readonly counts: Int32Array
  readonly counts2: Int32Array
  readonly parent: Int32Array
  readonly option: Int32Array
  /** Cost without the multipliers of weekends and counts: what dominance compares. */
  readonly raw: Float64Array
  /** Next label of the same state and units in the layer, or -1. */
  readonly link: Int32Array
  readonly tableSize: number
  readonly table: Int32Array
  readonly stamp: Int32Array
  round = 0
  work = 0

  constructor(capacity = 200_000, layerBits = 15) {
    this.capacity = capacity
    this.cost = new Float64Array(capacity)
    this.key = new Int32Array(capacity)
    this.counts = new Int32Array(capacity)
    this.counts2 = new Int32Array(capacity)
    this.parent = new Int32Array(capacity)
    this.option = new Int32Array(capacity)
    this.raw = new Float64Array(capacity)
    this.link = new Int32Array(capacity)
    this.tableSize = 1 << layerBits
    this.table = new Int32Array(this.tableSize)
    this.stamp = new Int32Array(this.tableSize)
  }
}

export class LinePricer {
  readonly context: LineContext
  readonly bound: LineBound
  private readonly groups: GroupCosts
  private readonly store: LabelStore
  private readonly model: LineModel
  /**
   * Most and least units that days d … to - 1 can still add from a state; -1 for most where no end can be reached. The most is
   * kept by weekends left where these are few (`levels`): dead ends of tight contracts are cut where they begin.
   */
  private readonly unitsMost: Int16Array
  private readonly unitsLeast: Int16Array
  private readonly levels: number
  private groupsMax = 0

  constructor(model: LineModel, context: LineContext, store: LabelStore, toGo: Float64Array, groups: GroupCosts) {
    this.model = model
    this.context = context
    this.store = store
    this.groups = groups
    this.bound = new LineBound(model, context, toGo)
    const size = (context.to - context.from + 1) * context.states.count
    let weekends = 0
    for (let d = context.from; d < context.to; d++) if (countsWeekend(model.weekend, d, true)) weekends++
    this.levels =
      context.weekendsMax >= weekends || size * context.weekendsMax > reachMax
        ? 1
        : Math.max(0, context.weekendsMax) + 1
    this.unitsMost = new Int16Array(size * this.levels)
    this.unitsLeast = new Int16Array(size)
    const { dayStart } = context.person.options
    for (let d = context.from; d < context.to; d++)
      this.groupsMax = Math.max(this.groupsMax, dayStart[d + 1]! - dayStart[d]!)
    this.reach()
  }

  /**
   * Lines that cost less than `target`, cheapest first, at most `want`, and a bound on all lines. `known` is the cost of the
   * best line already in hand (it aims the multipliers). A `beam` above 0 keeps that many labels a day: quick, and still
   * exact when there never were more.
   */
  price(price: Float64Array, target: number, known: number, want: number, beam = 0): Pricing {
    const { bound, groups } = this
    const found: PricedLine[] = []
    groups.update(this.context, price)
    let best = Number.NEGATIVE_INFINITY
    let aim = known
    let factor = 1
    const blind = known === Number.POSITIVE_INFINITY
    for (let round = 0; round < (blind ? 150 : 8); round++) {
      bound.backward(groups)
      const path = bound.trace(groups)
      const isBetter = path.bound > best
      if (isBetter) best = path.bound
      if (isBetter || blind) bound.mark(path)
      factor = blind ? 1 / (1 + 0.2 * round) : isBetter ? factor : factor * 0.5
      if (best >= target) return this.end(best, found)
      if (path.feasible) {
        if (path.cost < target) this.keepPath(found, path)
        if (path.cost < aim) aim = path.cost
        if (path.cost <= best + 1e-6) return this.end(best, found, want)
      }
      const towards = aim === Number.POSITIVE_INFINITY ? path.bound + 100 + 0.05 * Math.abs(path.bound) : aim
      if (!bound.advance(towards, factor)) break
      this.store.work += bound.work
      bound.work = 0
    }
    bound.recall()
    bound.backward(groups)
    const base = bound.toGo[this.context.startState]! + bound.offset()
    if (base > best) best = base
    if (best >= target) return this.end(best, found)
    if ((beam > 0 || blind) && found.length > 0) return this.end(best, found, want)
    const wide = Math.min(target, found[0] ? found[0].priced + 1e-7 : target)
    const limits =
      wide < Number.POSITIVE_INFINITY
        ? [best + 0.3 * (wide - best), wide]
        : [4, 12, 36, 100, 1e9].map((gap) => best + gap)
    for (const limit of beam > 0 ? [wide] : limits) {
      const outcome = this.label(base, limit, found, want, beam)
      if (outcome === 'full') {
        if (found.length === 0 && beam === 0) this.label(base, limits[limits.length - 1]!, found, want, this.beamMax())
        return this.end(best, found, want)
      }
      if (outcome === 'found') return this.end(Math.max(best, found[0]!.priced), found, want)
      best = Math.max(best, limit)
    }
    return this.end(best, found, want)
  }

  /** Elementary operations since the last call, for budgets. */
  takeWork(): number {
    const done = this.store.work
    this.store.work = 0
    return done
  }

  private end(bound: number, found: PricedLine[], want = found.length): Pricing {
    this.store.work += this.bound.work
    this.bound.work = 0
    found.sort((a, b) => a.priced - b.priced)
    if (found.length > want) found.length = want
    return { bound, found }
  }

  private keepPath(found: PricedLine[], path: RelaxedPath): void {
    if (found.some((line) => Math.abs(line.priced - path.cost) < 1e-9)) return
    found.push(this.line(path.options, path.cost))
  }

  /** The line behind options of the span's days: its cost by itself, and its cells on open days. */
  private line(options: Int32Array, priced: number): PricedLine {
    const { context } = this
    const { optionCell, optionCost } = context.person.options
    let cost = context.outside.cost
    const cells: number[] = []
    for (let d = context.from; d < context.to; d++) {
      const option = options[d - context.from]!
      if (option < 0) {
        cost += context.person.offCost[d]!
        continue
      }
      cost += optionCost[option]!
      if (context.forced[d] === open) cells.push(optionCell[option]!)
    }
    return { cost, cells: Int32Array.from(cells), priced }
  }

  /** Labels of bound below `limit` through the span; adds the cheapest ends to `found`. */
  private label(
    base: number,
    limit: number,
    found: PricedLine[],
    want: number,
    beam: number,
  ): 'found' | 'none' | 'full' {
    const { context, model, store, bound, groups } = this
    const { person, states, from, to } = context
    const { dayStart, groupClass, groupUnits, groupCounter } = person.options
    const { classes, follows } = person
    const { live } = context
    const place = new Int32Array(person.countersMax.length).fill(-1)
    for (const [i, k] of live.entries()) place[k] = i
    const S = states.count
    const toGo = bound.toGo
    const { levels, unitsMost } = this
    const offset = limit - (base - toGo[context.startState]!)
    const { cost, key, counts, counts2, parent, option, raw, link, table, stamp, tableSize, capacity } = store
    const comparable = live.every((k) => context.countersMax[k]! < 128)
    const mask = tableSize - 1
    let begin = 0
    let end = 1
    cost[0] = 0
    raw[0] = 0
    key[0] = context.startState
    counts[0] = 0
    counts2[0] = 0
    parent[0] = -1
    option[0] = -1
    let made = 1
    let truncated = false
    for (let d = from; d < to; d++) {
      const then = (d - from + 1) * S
      const mayRest = context.forced[d] === open || context.forced[d] === free
      const rest = mayRest ? person.offCost[d]! : Number.POSITIVE_INFINITY
      const first = dayStart[d]!
      const last = dayStart[d + 1]!
      const beginsRest = countsWeekend(model.weekend, d, false)
      const beginsWork = countsWeekend(model.weekend, d, true)
      store.round++
      const round = store.round
      let layer = 0
      const cut =
        beam > 0 && end - begin > beam ? this.beamCut(begin, end, (d - from) * S, beam) : Number.POSITIVE_INFINITY
      if (cut < Number.POSITIVE_INFINITY) truncated = true
      let room = cut < Number.POSITIVE_INFINITY ? this.roomAtCut(begin, end, (d - from) * S, beam, cut) : 0
      for (let l = begin; l < end; l++) {
        if (cost[l] === Number.POSITIVE_INFINITY) continue
        if (cut < Number.POSITIVE_INFINITY) {
          const rank = cost[l]! + toGo[(d - from) * S + (key[l]! & 255)]!
          if (rank > cut || (rank === cut && room-- <= 0)) continue
        }
        const packed = key[l]!
        const s = packed & 255
        const weekends = (packed >> 8) & 63
        const units = packed >> 14
        const a = states.classOf[s]!
        const begins = a < 0 ? beginsRest : beginsWork
        const row = (d * classes + a) * classes
        for (let g = first - 1; g < last; g++) {
          let next: number
          let value: number
          let plain = raw[l]!
          let newUnits = units
          let newWeekends = weekends
          let count = counts[l]!
          let count2 = counts2[l]!
          let chosen = -1
          if (g < first) {
            next = states.nextOff[s]!
            if (next < 0) continue
            value = cost[l]! + rest
            plain += rest
          } else {
            const b = groupClass[g]!
            next = states.nextWork[s * classes + b]!
            if (next < 0 || (a >= 0 && follows[row + b] === 0)) continue
            value = cost[l]! + groups.cost[g]! + bound.unit * groupUnits[g]!
            plain += groups.cost[g]! + bound.unit * groupUnits[g]!
            newUnits += groupUnits[g]!
            if (begins) {
              newWeekends++
              if (newWeekends > context.weekendsMax) continue
              value += bound.weekend
            }
            const k = groupCounter[g]!
            if (k >= 0) {
              value += bound.counter[k]!
              const i = place[k]!
              if (i >= 0) {
                const shift = (i & 3) * 8
                if (i < 4) {
                  if (((count >>> shift) & 255) >= context.countersMax[k]!) continue
                  count += 1 << shift
                } else if (i < 8) {
                  if (((count2 >>> shift) & 255) >= context.countersMax[k]!) continue
                  count2 += 1 << shift
                }
              }
            }
            chosen = groups.option[g]!
          }
          if (!(value + toGo[then + next]! < offset)) continue
          const most = unitsMost[(then + next) * levels + (levels > 1 ? context.weekendsMax - newWeekends : 0)]!
          if (
            most < 0 ||
            newUnits + most < context.unitsMin ||
            newUnits + this.unitsLeast[then + next]! > context.unitsMax
          )
            continue
          const newKey = next | (newWeekends << 8) | (newUnits << 14)
          const bucket = next | (newUnits << 8)
          let slot = (Math.imul(bucket, 0x9e3779b1) >>> 14) & mask
          while (stamp[slot] === round && ((key[table[slot]!]! & 255) | ((key[table[slot]!]! >> 14) << 8)) !== bucket)
            slot = (slot + 1) & mask
          let at = -1
          let before = -1
          if (stamp[slot] === round) {
            let dominated = false
            for (let other = table[slot]!; other >= 0; other = link[other]!) {
              const otherWeekends = (key[other]! >> 8) & 63
              if (raw[other]! <= plain) {
                if (
                  otherWeekends <= newWeekends &&
                  within(counts[other]!, count, comparable) &&
                  within(counts2[other]!, count2, comparable)
                ) {
                  dominated = true
                  break
                }
              } else if (
                newWeekends <= otherWeekends &&
                within(count, counts[other]!, comparable) &&
                within(count2, counts2[other]!, comparable)
              ) {
                if (at < 0) at = other
                else cost[other] = raw[other] = Number.POSITIVE_INFINITY
              }
            }
            if (dominated) continue
            before = table[slot]!
          }
          if (at < 0) {
            if (made >= capacity || layer * 2 >= tableSize) {
              store.work += made * 30
              return 'full'
            }
            at = made++
            layer++
            stamp[slot] = round
            table[slot] = at
            link[at] = before
          }
          key[at] = newKey
          counts[at] = count
          counts2[at] = count2
          raw[at] = plain
          cost[at] = value
          parent[at] = l
          option[at] = chosen
        }
      }
      begin = end
      end = made
      if (begin === end) {
        store.work += made * 30
        return truncated ? 'full' : 'none'
      }
    }
    store.work += made * 30
    const any = this.harvest(begin, end, limit, found, want)
    return truncated ? 'full' : any ? 'found' : 'none'
  }

  /** Labels a day that surely fit into the store. */
  private beamMax(): number {
    const { store, context } = this
    return Math.max(
      8,
      Math.floor(Math.min(store.tableSize / 2, store.capacity / (context.to - context.from)) / (this.groupsMax + 1)) -
        1,
    )
  }

  /** Bound that `width` labels of a layer keep. */
  private beamCut(begin: number, end: number, here: number, width: number): number {
    const { store, bound } = this
    const values = new Float64Array(end - begin)
    for (let l = begin; l < end; l++) values[l - begin] = store.cost[l]! + bound.toGo[here + (store.key[l]! & 255)]!
    return values.sort()[width - 1]!
  }

  /** Labels that may stand at the cut itself: counts that cost nothing make many equal. */
  private roomAtCut(begin: number, end: number, here: number, width: number, cut: number): number {
    const { store, bound } = this
    let below = 0
    for (let l = begin; l < end; l++) if (store.cost[l]! + bound.toGo[here + (store.key[l]! & 255)]! < cut) below++
    return width - below
  }

  private harvest(begin: number, end: number, limit: number, found: PricedLine[], want: number): boolean {
    const { store, context, bound } = this
    const { cost, key, counts, counts2, parent, option } = store
    const place: number[] = [...context.live]
    const ends: { label: number; priced: number }[] = []
    for (let l = begin; l < end; l++) {
      if (cost[l] === Number.POSITIVE_INFINITY) continue
      const units = key[l]! >> 14
      if (units < context.unitsMin || units > context.unitsMax) continue
      let priced = context.outside.cost + cost[l]! - bound.unit * units - bound.weekend * ((key[l]! >> 8) & 63)
      ends.push({ label: l, priced })
      if (bound.counter.length > 0) {
        let usedMultiplier = 0
        for (const [i, k] of place.entries()) {
          const used = ((i < 4 ? counts[l]! : counts2[l]!) >>> ((i & 3) * 8)) & 255
          usedMultiplier += used * bound.counter[k]!
        }
        priced -= usedMultiplier
        ends[ends.length - 1]!.priced = priced
      }
    }
    ends.sort((a, b) => a.priced - b.priced)
    const options = new Int32Array(context.to - context.from)
    let any = false
    for (const { label, priced } of ends.slice(0, want)) {
      if (priced >= limit) break
      any = true
      if (found.some((line) => Math.abs(line.priced - priced) < 1e-9)) continue
      for (let d = options.length - 1, l = label; d >= 0; d--, l = parent[l]!) options[d] = option[l]!
      found.push(this.line(options, priced))
    }
    found.sort((a, b) => a.priced - b.priced)
    return any
  }

  private reach(): void {
    const { context, unitsMost, unitsLeast, levels, model } = this
    const { person, states, from, to } = context
    const { dayStart, groupStart, groupClass, groupUnits, optionCell } = person.options
    const { classes, follows } = person
    const S = states.count
    for (let d = to - 1; d >= from; d--) {
      const here = (d - from) * S
      const then = here + S
      const fixed = context.forced[d]!
      const mayRest = (fixed === open || fixed === free) && person.offCost[d]! < Number.POSITIVE_INFINITY
      for (let s = 0; s < S; s++) {
        const a = states.classOf[s]!
        const weekend = levels > 1 && countsWeekend(model.weekend, d, a >= 0) ? 1 : 0
        let least = 32767
        for (let level = 0; level < levels; level++) unitsMost[(here + s) * levels + level] = -1
        const off = states.nextOff[s]!
        if (off >= 0 && mayRest) {
          least = unitsLeast[then + off]!
          for (let level = 0; level < levels; level++)
            unitsMost[(here + s) * levels + level] = unitsMost[(then + off) * levels + level]!
        }
        for (let g = dayStart[d]!; g < dayStart[d + 1]!; g++) {
          if (fixed === free) break
          const next = states.nextWork[s * classes + groupClass[g]!]!
          if (next < 0 || (a >= 0 && follows[(d * classes + a) * classes + groupClass[g]!] === 0)) continue
          if (fixed !== open && !optionCell.subarray(groupStart[g]!, groupStart[g + 1]!).includes(fixed)) continue
          least = Math.min(least, groupUnits[g]! + unitsLeast[then + next]!)
          for (let level = weekend; level < levels; level++) {
            const most = unitsMost[(then + next) * levels + level - weekend]!
            const at = (here + s) * levels + level
            if (most >= 0 && groupUnits[g]! + most > unitsMost[at]!) unitsMost[at] = groupUnits[g]! + most
          }
        }
        unitsLeast[here + s] = least
      }
    }
  }
}

/** Is every packed count of `a` at most that of `b`? Without `comparable` (counts above 127), equality. */
function within(a: number, b: number, comparable: boolean): boolean {
  return a === b || (comparable && (((b | 0x80808080) - a) & 0x80808080) === (0x80808080 | 0))
}
