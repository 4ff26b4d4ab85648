// Finds the cheapest line of one person at given prices of cells: bounds first, labels only where the bounds leave a gap, and only
// labels whose bound is below what is worth finding. Exact: no label is dropped for room (then the search says so by a lower bound).

import type { GroupCosts } from './group-costs.ts'
import { LabelWalk } from './label-walk.ts'
import { LineBound, type RelaxedPath } from './line-bound.ts'
import { type LineContext, open } from './line-context.ts'
import type { LineLabels } from './line-labels.ts'
import type { LineModel } from './line-model.ts'
import { isKnown, type PricedLine, type Pricing, pricing } from './priced-lines.ts'
import { type Effort, exactEffort, type Pricer } from './pricer.ts'

/** Rounds of multipliers; more where no line is known yet that could aim them. */
const boundRounds = 8
const blindRounds = 150
/** Elementary operations that a label takes, and a step of a backward pass: both wait for memory. */
const workPerLabel = 60
const workPerStep = 2
/** Gaps above the bound within which labels look for a line while none is known. */
const blindGaps = [4, 12, 36, 100, 1e9]

export class LinePricer implements Pricer {
  readonly bound: LineBound
  private readonly context: LineContext
  private readonly groups: GroupCosts
  private readonly labels: LineLabels
  private readonly walk: LabelWalk
  private work = 0

  /** `labels`, `toGo` and `groups` are room that pricers share. */
  constructor(model: LineModel, context: LineContext, labels: LineLabels, toGo: Float64Array, groups: GroupCosts) {
    this.context = context
    this.labels = labels
    this.groups = groups
    this.bound = new LineBound(model, context, toGo)
    this.walk = new LabelWalk(model, this.bound, labels, groups)
  }

  /**
   * Lines that cost less than `target`, cheapest first, at most `want`, and a bound on all lines. `known` is the cost of the
   * best line already in hand (it aims the multipliers). With a beam the answer is quick, and still exact when there never
   * were more labels than it keeps.
   */
  price(price: Float64Array, target: number, known: number, want: number, effort = exactEffort): Pricing {
    const { bound, groups } = this
    const found: PricedLine[] = []
    const isBlind = known === Number.POSITIVE_INFINITY
    groups.update(this.context, price)
    const relaxed = this.tighten(target, known, found)
    if (relaxed.isDone) return pricing(relaxed.best, found, want)
    bound.recall()
    bound.backward(groups)
    this.takeBoundWork()
    const base = bound.toGo[this.context.startState]! + bound.offset()
    const best = Math.max(base, relaxed.best)
    if (best >= target || ((effort.beam > 0 || isBlind) && found.length > 0)) return pricing(best, found, want)
    return pricing(this.label(base, best, target, found, want, effort), found, want)
  }

  /** Elementary operations since the last call, for budgets. */
  takeWork(): number {
    const done = this.work
    this.work = 0
    return done
  }

  /** Moves the multipliers towards the best bound; lines met on the way go into `found`. Done where a bound or a line settles it. */
  private tighten(target: number, known: number, found: PricedLine[]): { best: number; isDone: boolean } {
    const { bound, groups } = this
    const isBlind = known === Number.POSITIVE_INFINITY
    let best = Number.NEGATIVE_INFINITY
    let aim = known
    let factor = 1
    for (let round = 0; round < (isBlind ? blindRounds : boundRounds); round++) {
      bound.backward(groups)
      const path = bound.trace(groups)
      this.takeBoundWork()
      const isBetter = path.bound > best
      if (isBetter) best = path.bound
      if (isBetter || isBlind) bound.mark(path)
      factor = isBlind ? 1 / (1 + 0.2 * round) : isBetter ? factor : factor * 0.5
      if (best >= target) return { best, isDone: true }
      if (path.feasible) {
        if (path.cost < target) this.keepPath(found, path)
        if (path.cost < aim) aim = path.cost
        if (path.cost <= best + 1e-6) return { best, isDone: true }
      }
      const towards = aim === Number.POSITIVE_INFINITY ? path.bound + 100 + 0.05 * Math.abs(path.bound) : aim
      if (!bound.advance(towards, factor)) break
    }
    return { best, isDone: false }
  }

  /** Closes the gap between bound and target by labels, in steps; the answer is the bound that is left. */
  private label(base: number, best: number, target: number, found: PricedLine[], want: number, effort: Effort): number {
    const wide = Math.min(target, found[0] ? found[0].priced + 1e-7 : target)
    const isBlind = wide === Number.POSITIVE_INFINITY
    const limits = isBlind ? blindGaps.map((gap) => best + gap) : [best + 0.3 * (wide - best), wide]
    const widest = limits[limits.length - 1]!
    let bound = best
    for (const limit of effort.beam > 0 ? [wide] : limits) {
      const { any, isWhole } = this.harvest(base, limit, found, want, effort)
      if (!isWhole) {
        if (found.length === 0 && effort.beam === 0)
          this.harvest(base, widest, found, want, { beam: this.widestBeam(), isCoarse: false })
        return bound
      }
      if (any) return Math.max(bound, found[0]!.priced)
      bound = Math.max(bound, limit)
    }
    return bound
  }

  /** Adds the cheapest lines below `limit`. */
  private harvest(base: number, limit: number, found: PricedLine[], want: number, effort: Effort) {
    const { ends, isWhole } = this.walk.run(base, limit, effort)
    this.work += this.labels.made * workPerLabel
    const options = new Int32Array(this.context.to - this.context.from)
    const worth = ends.slice(0, want).filter(({ priced }) => priced < limit)
    for (const { label, priced } of worth) {
      if (isKnown(found, priced)) continue
      this.labels.trace(label, options)
      found.push(this.line(options, priced))
    }
    found.sort((a, b) => a.priced - b.priced)
    return { any: worth.length > 0, isWhole }
  }

  /** Labels a day that surely fit into the store. */
  private widestBeam(): number {
    const { labels, context } = this
    const { dayStart } = context.person.options
    let groups = 0
    for (let d = context.from; d < context.to; d++) groups = Math.max(groups, dayStart[d + 1]! - dayStart[d]!)
    const room = Math.min(labels.layerMax, labels.capacity / (context.to - context.from))
    return Math.max(8, Math.floor(room / (groups + 1)) - 1)
  }

  private keepPath(found: PricedLine[], path: RelaxedPath): void {
    if (!isKnown(found, path.cost)) found.push(this.line(path.options, path.cost))
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

  private takeBoundWork(): void {
    this.work += this.bound.work * workPerStep
    this.bound.work = 0
  }
}
