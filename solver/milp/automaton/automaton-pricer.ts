// Finds the cheapest line of one person over the layers of an automaton: a bound by a multiplier on minutes, then labels by
// (state, minutes) that close what gap is left.
import type { LineModel, LinePerson } from '../line-model.ts'
import { isKnown, type PricedLine, type Pricing, pricing } from '../priced-lines.ts'
import { exactEffort, type Pricer } from '../pricer.ts'
import { AutomatonBound } from './automaton-bound.ts'
import type { AutomatonRoom } from './automaton-room.ts'
import { ClassCosts } from './class-costs.ts'
import type { PersonAutomaton } from './person-automaton.ts'

/** Steps of a backward pass that a label takes, and elementary operations that a step takes: both wait for memory. */
const stepsPerLabel = 12
const workPerStep = 2

export class AutomatonPricer implements Pricer {
  readonly bound: AutomatonBound
  private readonly person: LinePerson
  private readonly own: PersonAutomaton
  private readonly room: AutomatonRoom
  private readonly classes: ClassCosts

  /** `own` is the person's automaton; `forced` marks days as open, free, or worked in a cell. */
  constructor(model: LineModel, person: LinePerson, own: PersonAutomaton, forced: Int32Array, room: AutomatonRoom) {
    this.person = person
    this.own = own
    this.room = room
    this.classes = new ClassCosts(model, person, own, forced)
    this.bound = new AutomatonBound(person, own, this.classes, room)
  }

  /** As LinePricer.price: lines that cost less than `target`, cheapest first, and a bound on all lines. */
  price(price: Float64Array, target: number, _known: number, want: number, { beam } = exactEffort): Pricing {
    this.classes.update(price)
    const found: PricedLine[] = []
    const bound = this.bound.tighten(target, (priced) => {
      if (priced < target) this.keep(found, priced)
    })
    const isDone = bound >= target || !this.own.unitsCost || (beam > 0 && found.length > 0)
    if (isDone || found.some(({ priced }) => priced <= bound + 1e-6)) return pricing(bound, found, want)
    this.bound.relax()
    const limit = found.reduce((least, line) => Math.min(least, line.priced + 1e-7), target)
    const isWhole = this.label(limit, this.own.unitsCost!, found, want, beam)
    const least = found.reduce((least, line) => Math.min(least, line.priced), limit)
    return pricing(isWhole ? Math.max(bound, least) : bound, found, want)
  }

  /** Elementary operations since the last call, for budgets. */
  takeWork(): number {
    const done = this.bound.work * workPerStep
    this.bound.work = 0
    return done
  }

  /** Adds the line of the bound's path. */
  private keep(found: PricedLine[], priced: number): void {
    if (isKnown(found, priced)) return
    const { own, person, classes } = this
    const { layers, endCost } = own.automaton
    const cells: number[] = []
    let cost = person.constant
    let units = 0
    let state = own.start
    for (const [d, { arcClass, arcNext, arcCost }] of layers.entries()) {
      const arc = this.bound.path[d]!
      const place = classes.start[d]! + arcClass[arc]!
      cost += arcCost[arc]! + classes.ownCost(d, place)
      units += classes.units[place]!
      state = arcNext[arc]!
      const cell = classes.openCell(d, place)
      if (cell >= 0) cells.push(cell)
    }
    cost += endCost[state]! + (own.unitsCost ? own.unitsCost[units]! : 0)
    found.push({ cost, cells: Int32Array.from(cells), priced })
  }

  /** Labels of a bound below `limit`; adds the cheapest lines to `found`. False when labels were dropped for room. */
  private label(limit: number, unitsCost: Float64Array, found: PricedLine[], want: number, beam: number): boolean {
    const { own, bound, person } = this
    const { labels } = this.room
    const worth = limit - (person.constant + bound.conjugate().value)
    let isWhole = true
    labels.reset(own.start)
    for (let d = 0; d < own.automaton.layers.length; d++) {
      const end = labels.made
      const cut = labels.cut(end, this.room.toGo, bound.offset[d]!, beam)
      if (cut < Number.POSITIVE_INFINITY) isWhole = false
      labels.startLayer()
      if (!this.layer(d, end, cut, cut < Number.POSITIVE_INFINITY ? beam : end - labels.begin, worth)) return false
      bound.work += (labels.made - labels.begin) * stepsPerLabel
      labels.begin = end
    }
    const { cost, units, state } = labels
    const ends: { label: number; priced: number }[] = []
    for (let l = labels.begin; l < labels.made; l++) {
      const own =
        cost[l]! - bound.multiplier * units[l]! + this.own.automaton.endCost[state[l]!]! + unitsCost[units[l]!]!
      if (person.constant + own < limit) ends.push({ label: l, priced: person.constant + own })
    }
    ends.sort((a, b) => a.priced - b.priced || a.label - b.label)
    for (const { label, priced } of ends.slice(0, want)) {
      labels.trace(label, bound.path)
      this.keep(found, priced)
    }
    return isWhole
  }

  /** Extends the labels before day `d` that are within `cut`, at most `places` of them. False for want of room. */
  private layer(d: number, end: number, cut: number, places: number, worth: number): boolean {
    const { bound, classes } = this
    const { labels, toGo } = this.room
    const { arcStart, arcClass, arcNext, arcCost } = this.own.automaton.layers[d]!
    const here = bound.offset[d]!
    const then = bound.offset[d + 1]!
    const first = classes.start[d]!
    let left = places
    for (let l = labels.begin; l < end && left > 0; l++) {
      const s = labels.state[l]!
      const paid = labels.cost[l]!
      if (paid + toGo[here + s]! > cut) continue
      left--
      for (let a = arcStart[s]!, last = arcStart[s + 1]!; a < last; a++) {
        const place = first + arcClass[a]!
        const cost = paid + arcCost[a]! + classes.cost[place]! + bound.multiplier * classes.units[place]!
        if (!(cost + toGo[then + arcNext[a]!]! < worth)) continue
        const at = labels.offer(arcNext[a]!, labels.units[l]! + classes.units[place]!, cost)
        if (at === -2) return false
        if (at < 0) continue
        labels.parent[at] = l
        labels.choice[at] = a
      }
    }
    return true
  }
}
