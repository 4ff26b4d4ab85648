// A first roster where everybody at once is too much for a master: prices over the whole period, then whole lines a few people at
// a time, while the others go on answering the prices, then each line once more against all others.
// Source of fixing some and pricing the rest anew: A. Caprara, M. Fischetti, P. Toth, "A heuristic method for the set covering
// problem" (1999).
import type { GroupCosts } from '../group-costs.ts'
import { LineBound } from '../line-bound.ts'
import { type LineContext, lineContext, open, type SequenceStates } from '../line-context.ts'
import type { LineLabels } from '../line-labels.ts'
import type { Line, LineModel } from '../line-model.ts'
import { LinePricer } from '../line-pricer.ts'
import type { Effort } from '../pricer.ts'
import { HorizonPrices } from './horizon-prices.ts'

/** Passes of pricing at most and at least, and the part of the budget that ends them in between. */
const passesMax = 200
const passesMin = 12
const budgetPart = 0.12
/** How strongly prices follow the heads, first and last; and how fast averages move. */
const firstStep = 0.3
const lastStep = 0.02
const averageWeight = 0.05
/** Passes between two fixings (fewer when their part of the budget is used), their weight, and the part of the open people fixed at once. */
const passesBetween = 10
const passesBetweenMin = 1
const betweenWeight = 0.1
const fixedPart = 0.1
/** The fewer are open, the more a head too many costs at once. */
const closingStep = 0.3
const beamMax = 150
const descentsMax = 3
/** Random changes of prices when no line was found. */
const attemptsMax = 8
/** A step of a backward pass waits for memory: it takes about as long as three operations of a master. */
const workFactor = 3

export interface HorizonTask {
  model: LineModel
  states: readonly SequenceStates[]
  labels: LineLabels
  toGo: Float64Array
  groups: GroupCosts
  random: () => number
  /** Elementary operations of the whole run, as far as known now. */
  workMax: () => number
  /** Called with everybody's lines as soon as there are some, and whenever a round has made them better. */
  onLines: (lines: readonly Line[]) => void
}

/** A start's roster, undefined when some person has no line; the bound holds for every roster. */
export interface HorizonResult {
  lines: Line[] | undefined
  bound: number
  price: Float64Array
  multipliers: number[][]
}

/** Spends work, then yields; the caller counts. */
export function* startHorizon(task: HorizonTask, spend: { work: number }): Generator<void, HorizonResult> {
  const start = new HorizonStart(task, spend)
  yield* start.findPrices()
  const bound = start.prices.bound()
  const result = { bound, price: start.prices.price, multipliers: start.bounds.map((b) => b.save()) }
  const lines = yield* start.fixLines()
  if (lines) {
    task.onLines(lines)
    yield* start.descend(lines)
  }
  return { ...result, lines }
}

class HorizonStart {
  readonly prices: HorizonPrices
  readonly bounds: LineBound[]
  private readonly task: HorizonTask
  private readonly spend: { work: number }
  private readonly contexts: LineContext[]
  private readonly people: number[]

  constructor(task: HorizonTask, spend: { work: number }) {
    const { model, states } = task
    const allOpen = new Int32Array(model.days).fill(open)
    this.task = task
    this.spend = spend
    this.people = model.people.map((_, p) => p)
    this.contexts = model.people.map((person, p) => lineContext(model, person, states[p]!, allOpen))
    this.bounds = this.contexts.map((context) => new LineBound(model, context, task.toGo))
    this.prices = new HorizonPrices(model, this.bounds, task.groups)
  }

  /** Passes over everybody with falling steps, until they are done or their part of the budget is. */
  *findPrices(): Generator<void, void> {
    const { prices, people, task, spend } = this
    for (let pass = 0; ; pass++) {
      const done = Math.max(pass / passesMax, Math.min(pass / passesMin, spend.work / (budgetPart * task.workMax())))
      if (done >= 1) return
      prices.setStep(lastStep + (firstStep - lastStep) * (1 - done) ** 2)
      yield* this.pass(people, Math.max(averageWeight, 1 / (pass + 1)))
    }
  }

  /** Gives whole lines to a tenth of the open people at a time. Undefined when somebody gets none. */
  *fixLines(): Generator<void, Line[] | undefined> {
    const { prices, task, spend } = this
    const lines: Line[] = []
    for (let left = this.people; left.length > 0; ) {
      prices.setStep(Math.min(1, lastStep + closingStep / left.length))
      const passes = spend.work < 2 * budgetPart * task.workMax() ? passesBetween : passesBetweenMin
      for (let k = 0; k < passes; k++) yield* this.pass(left, betweenWeight)
      const count = Math.max(1, Math.round(left.length * fixedPart))
      for (const p of left.slice(0, count)) {
        const line = yield* this.lineAt(p, prices.without(p))
        if (!line) return undefined
        prices.fix(p, line.cells)
        lines[p] = line
        yield
      }
      left = left.slice(count)
    }
    return task.model.people.length === lines.length ? lines : undefined
  }

  /** Each person's line against all others', as they are, until a round brings nothing. */
  *descend(lines: Line[]): Generator<void, void> {
    const { model } = this.task
    const heads = new Float64Array(model.cells.count)
    for (const line of lines) for (const cell of line.cells) heads[cell]!++
    const price = new Float64Array(model.cells.count)
    for (let round = 0, better = true; round < descentsMax && better; round++) {
      better = false
      for (const p of this.people) {
        const line = lines[p]!
        for (const cell of line.cells) heads[cell]!--
        for (let c = 0; c < price.length; c++)
          price[c] = model.cells.at(c, heads[c]! + 1) - model.cells.at(c, heads[c]!)
        const cost = line.cells.reduce((sum, cell) => sum + price[cell]!, line.cost)
        const pricer = this.pricerOf(p)
        const found = pricer.price(price, cost - 0.5, cost, 1, this.effortOf(p)).found[0]
        if (found) {
          lines[p] = { cost: found.cost, cells: found.cells }
          better = true
        }
        for (const cell of lines[p]!.cells) heads[cell]!++
        this.spend.work += pricer.takeWork()
        yield
      }
      this.task.onLines(lines)
    }
  }

  private *pass(people: readonly number[], weight: number): Generator<void, void> {
    for (const p of people) {
      this.prices.answer(p, weight)
      this.spend.work += workFactor * this.prices.takeWork()
      yield
    }
    this.prices.settle(people)
  }

  /** The cheapest line that a beam finds; where it finds none, prices are changed a little by chance. */
  private *lineAt(p: number, price: Float64Array): Generator<void, Line | undefined> {
    const { task, contexts, prices } = this
    const pricer = this.pricerOf(p)
    task.groups.update(contexts[p]!, price)
    pricer.bound.backward(task.groups)
    const aim = pricer.bound.trace(task.groups).bound
    const tried = Float64Array.from(price)
    let line = pricer.price(tried, Number.POSITIVE_INFINITY, aim + prices.scale, 1, this.effortOf(p)).found[0]
    for (let attempt = 1; attempt <= attemptsMax && !line; attempt++) {
      yield
      for (let c = 0; c < tried.length; c++) tried[c] = price[c]! * (1 - 0.1 * attempt * task.random())
      line = pricer.price(tried, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 1, this.effortOf(p)).found[0]
    }
    this.spend.work += pricer.takeWork()
    return line && { cost: line.cost, cells: line.cells }
  }

  private pricerOf(p: number): LinePricer {
    const { model, labels, toGo, groups } = this.task
    const pricer = new LinePricer(model, this.contexts[p]!, labels, toGo, groups)
    pricer.bound.load(this.bounds[p]!.save())
    return pricer
  }

  /** Labels a day that surely fit into the store. */
  private effortOf(p: number): Effort {
    const { days } = this.task.model
    const { dayStart } = this.task.model.people[p]!.options
    let most = 0
    for (let d = 0; d < days; d++) most = Math.max(most, dayStart[d + 1]! - dayStart[d]!)
    const room = Math.floor(this.task.labels.capacity / days / (most + 1)) - 1
    return { beam: Math.max(4, Math.min(beamMax, room)), isCoarse: false }
  }
}
