// Labels through the days of one person's span. Each is extended by rest and by the cheapest option of every group; it goes on only
// while its bound is below what is worth finding and its limits can still be kept.

import type { GroupCosts } from './group-costs.ts'
import { LimitsLeft } from './limits-left.ts'
import type { LineBound } from './line-bound.ts'
import { countsWeekend, free, type LineContext, open } from './line-context.ts'
import type { LineLabels, Tally } from './line-labels.ts'
import type { LineModel } from './line-model.ts'
import type { Effort } from './pricer.ts'
import { UnitsReach } from './units-reach.ts'

export interface LabelEnd {
  label: number
  /** Cost of the line with prices and without multipliers. */
  priced: number
}

/** How a walk went: `isWhole` unless a beam or a coarse comparison dropped labels; no ends where there was no room for a label. */
export interface Walk {
  ends: LabelEnd[]
  isWhole: boolean
  isFull: boolean
}

export class LabelWalk {
  private readonly model: LineModel
  private readonly context: LineContext
  private readonly labels: LineLabels
  private readonly bound: LineBound
  private readonly groups: GroupCosts
  private readonly reach: UnitsReach
  private readonly left: LimitsLeft
  /** Place of a count in a label's words, or -1: only counts that can still run full have one. */
  private readonly place: Int32Array
  private readonly tally: Tally = { weekends: 0, counts: 0, counts2: 0 }
  /** A label's cost and least cost to go must stay below. */
  private limit = 0

  constructor(model: LineModel, bound: LineBound, labels: LineLabels, groups: GroupCosts) {
    this.model = model
    this.context = bound.context
    this.labels = labels
    this.bound = bound
    this.groups = groups
    this.reach = new UnitsReach(model, this.context)
    this.left = new LimitsLeft(model, this.context)
    this.place = new Int32Array(this.context.person.countersMax.length).fill(-1)
    for (const [i, k] of this.context.live.entries()) this.place[k] = i
  }

  /** Ends of lines that cost less than `limit`, cheapest first. `base` is the bound of all lines. */
  run(base: number, limit: number, { beam, isCoarse }: Effort): Walk {
    const { context, labels, bound } = this
    const { from, to, states } = context
    this.limit = limit - (base - bound.toGo[context.startState]!)
    labels.comparable = context.live.every((k) => context.countersMax[k]! < 128)
    labels.isCoarse = isCoarse && context.live.length > 0
    labels.reset(context.startState)
    let isWhole = !labels.isCoarse
    for (let d = from; d < to; d++) {
      const end = labels.made
      const cut = labels.cut(end, bound.toGo, (d - from) * states.count, beam)
      if (cut < Number.POSITIVE_INFINITY) isWhole = false
      labels.startLayer()
      if (!this.layer(d, end, cut, beam)) return { ends: [], isWhole: false, isFull: true }
      labels.begin = end
      if (labels.made === end) return { ends: [], isWhole, isFull: false }
    }
    return { ends: this.ends(), isWhole, isFull: false }
  }

  /** Extends the labels before day `d` whose bound is within `cut`. False for want of room. */
  private layer(d: number, end: number, cut: number, beam: number): boolean {
    const { labels, context } = this
    const { cost, state } = labels
    const { toGo } = this.bound
    const here = (d - context.from) * context.states.count
    const isCut = cut < Number.POSITIVE_INFINITY
    let room = isCut ? this.roomAtCut(end, here, beam, cut) : 0
    for (let l = labels.begin; l < end; l++) {
      if (labels.isGone(l)) continue
      if (isCut) {
        const rank = cost[l]! + toGo[here + state[l]!]!
        if (rank > cut || (rank === cut && room-- <= 0)) continue
      }
      if (!this.rest(d, l) || !this.work(d, l)) return false
    }
    return true
  }

  /** Labels that may stand at the cut itself: counts that cost nothing make many equal. */
  private roomAtCut(end: number, here: number, width: number, cut: number): number {
    const { begin, cost, state } = this.labels
    const { toGo } = this.bound
    let below = 0
    for (let l = begin; l < end; l++) if (cost[l]! + toGo[here + state[l]!]! < cut) below++
    return width - below
  }

  private rest(d: number, l: number): boolean {
    const { context, labels, tally } = this
    const next = context.states.nextOff[labels.state[l]!]!
    if (next < 0 || !(context.forced[d] === open || context.forced[d] === free)) return true
    const rest = context.person.offCost[d]!
    tally.weekends = labels.weekends[l]!
    tally.counts = labels.counts[l]!
    tally.counts2 = labels.counts2[l]!
    return this.admit(d, l, next, labels.units[l]!, labels.cost[l]! + rest, labels.raw[l]! + rest, -1)
  }

  private work(d: number, l: number): boolean {
    const { context, labels, groups, bound, tally, place } = this
    const { person, states, countersMax } = context
    const { dayStart, groupClass, groupUnits, groupCounter } = person.options
    const { classes, follows } = person
    const s = labels.state[l]!
    const a = states.classOf[s]!
    const row = (d * classes + a) * classes
    const begins = countsWeekend(this.model.weekend, d, a >= 0)
    const weekends = labels.weekends[l]! + (begins ? 1 : 0)
    if (weekends > context.weekendsMax) return true
    const cost = labels.cost[l]!
    const raw = labels.raw[l]!
    const units = labels.units[l]!
    for (let g = dayStart[d]!; g < dayStart[d + 1]!; g++) {
      const b = groupClass[g]!
      const next = states.nextWork[s * classes + b]!
      if (next < 0 || (a >= 0 && follows[row + b] === 0)) continue
      let value = cost + groups.cost[g]! + bound.unit * groupUnits[g]!
      if (begins) value += bound.weekend
      tally.weekends = weekends
      tally.counts = labels.counts[l]!
      tally.counts2 = labels.counts2[l]!
      const k = groupCounter[g]!
      if (k >= 0) {
        value += bound.counter[k]!
        if (place[k]! >= 0 && !this.count(place[k]!, countersMax[k]!)) continue
      }
      const plain = raw + (groups.cost[g]! + bound.unit * groupUnits[g]!)
      if (!this.admit(d, l, next, units + groupUnits[g]!, value, plain, groups.option[g]!)) return false
    }
    return true
  }

  /** One more of the count in place `i`; false where it is full. */
  private count(i: number, max: number): boolean {
    const { tally } = this
    const shift = (i & 3) * 8
    if (i < 4) {
      if (((tally.counts >>> shift) & 255) >= max) return false
      tally.counts += 1 << shift
    } else if (i < 8) {
      if (((tally.counts2 >>> shift) & 255) >= max) return false
      tally.counts2 += 1 << shift
    }
    return true
  }

  /** Keeps the extended label, whose weekends and counts are in `tally`, where it is worth it. False for want of room. */
  private admit(d: number, l: number, next: number, units: number, cost: number, raw: number, option: number): boolean {
    const { context, labels, tally } = this
    const then = (d - context.from + 1) * context.states.count + next
    if (!(cost + this.bound.toGo[then]! < this.limit) || !this.reach.canEnd(then, units, tally.weekends)) return true
    this.left.raise(d + 1, units, tally)
    const at = labels.offer(next, units, tally, cost, raw)
    if (at >= 0) {
      labels.parent[at] = l
      labels.choice[at] = option
    }
    return at !== -2
  }

  /** The last layer's labels within the limits of units, without multipliers. */
  private ends(): LabelEnd[] {
    const { labels, context, bound } = this
    const ends: LabelEnd[] = []
    for (let l = labels.begin; l < labels.made; l++) {
      const units = labels.units[l]!
      if (labels.isGone(l) || units < context.unitsMin || units > context.unitsMax) continue
      ends.push({ label: l, priced: context.outside.cost + labels.raw[l]! - bound.unit * units })
    }
    return ends.sort((a, b) => a.priced - b.priced)
  }
}
