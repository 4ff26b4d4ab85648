// Prices for periods too long for one master: everybody's whole line is a shortest path at prices of cells and multipliers of
// limits, and both follow averaged paths. Person by person, so that each answers to what the others just did.
// Sources: F. Barahona, R. Anbil, "The volume algorithm" (2000); A. Nedić, D. Bertsekas, "Incremental subgradient methods" (2001).
import type { GroupCosts } from '../group-costs.ts'
import type { LineBound, RelaxedPath } from '../line-bound.ts'
import type { LineModel, LinePerson } from '../line-model.ts'

/** How much faster than minutes the multiplier of weekends moves: there are few of them. */
const weekendPace = 30
/** Multipliers of cells move once a pass by this part of what paths see at once. */
const settlePart = 0.3

/** Averaged path of one person: by option, and what it uses of the limits. */
interface Share {
  options: Float32Array
  units: number
  weekends: number
  counters: Float64Array
}

export class HorizonPrices {
  /** Multiplier of one more head, by cell. */
  readonly price: Float64Array
  /** Expected heads by cell: averaged paths, or whole lines of those who have one. */
  private readonly heads: Float64Array
  private readonly shares: Share[]
  /** What paths pay: the multiplier, and a step of it towards the heads that are expected. */
  private readonly used: Float64Array
  private readonly model: LineModel
  private readonly bounds: readonly LineBound[]
  private readonly groups: GroupCosts
  private readonly unitsPerShift: number[]
  /** Mean span of the slopes of a cell's cost: steps, in cost a head, are parts of it. */
  readonly scale: number
  private step = 0
  private work = 0

  /** `bounds` hold everybody's multipliers over the whole period. */
  constructor(model: LineModel, bounds: readonly LineBound[], groups: GroupCosts, price?: ArrayLike<number>) {
    this.model = model
    this.bounds = bounds
    this.groups = groups
    const { cells } = model
    this.price = Float64Array.from(
      { length: cells.count },
      (_, c) => price?.[c] ?? (lowest(model, c) + highest(model, c)) / 2,
    )
    this.heads = new Float64Array(cells.count)
    this.used = Float64Array.from(this.price)
    this.shares = model.people.map((person) => ({
      options: new Float32Array(person.options.optionCell.length),
      units: 0,
      weekends: 0,
      counters: new Float64Array(person.countersMax.length),
    }))
    this.unitsPerShift = model.people.map(meanUnits)
    let span = 0
    for (let c = 0; c < cells.count; c++) span += highest(model, c) - lowest(model, c)
    this.scale = Math.max(1, span / Math.max(1, cells.count))
  }

  /** Elementary operations since the last call, for budgets. */
  takeWork(): number {
    const done = this.work
    this.work = 0
    return done
  }

  /** How strongly prices follow expected heads from now on: cost of one head too many, as a part of the span of slopes. */
  setStep(step: number): void {
    this.step = step
    for (let c = 0; c < this.used.length; c++) this.used[c] = this.follow(c)
    this.work += this.used.length * 4
  }

  /** One person answers the prices; the person's average moves by `weight` towards the answer. */
  answer(p: number, weight: number): void {
    const bound = this.bounds[p]!
    this.groups.update(bound.context, this.used)
    bound.backward(this.groups)
    this.blend(p, bound.trace(this.groups), weight)
    this.work += bound.work
    bound.work = 0
  }

  /** Once a pass: multipliers of cells, and of the limits of `people`, follow the averages. */
  settle(people: readonly number[]): void {
    const { step } = this
    this.step = step * settlePart
    for (let c = 0; c < this.price.length; c++) this.price[c] = this.follow(c)
    this.setStep(step)
    for (const p of people) this.settleLimits(p)
  }

  /** Prices for a person's line as if the own average were not there; until `fix`, which must be next. */
  without(p: number): Float64Array {
    const { heads, used } = this
    const { optionCell } = this.model.people[p]!.options
    const { options } = this.shares[p]!
    for (let o = 0; o < options.length; o++) heads[optionCell[o]!]! -= options[o]!
    // The line adds whole heads: what half a head more would pay is nearest to what it will cost.
    for (let c = 0; c < heads.length; c++) {
      heads[c]! += 0.5
      used[c] = this.follow(c)
      heads[c]! -= 0.5
    }
    this.work += options.length + used.length * 4
    return used
  }

  /** The person works `cells` from now on, and has no average any more. */
  fix(p: number, cells: ArrayLike<number>): void {
    this.shares[p]!.options.fill(0)
    for (let i = 0; i < cells.length; i++) this.heads[cells[i]!]!++
    this.setStep(this.step)
  }

  /** No roster costs less than this: everybody's relaxed line and every cell's cost at the multipliers. */
  bound(): number {
    const { model, price } = this
    let sum = 0
    for (let c = 0; c < price.length; c++) sum += model.cells.conjugate(c, price[c]!, 0, model.people.length)
    for (const bound of this.bounds) {
      this.groups.update(bound.context, price)
      bound.backward(this.groups)
      sum += bound.toGo[bound.context.startState]! + bound.offset()
    }
    return sum
  }

  private settleLimits(p: number): void {
    const bound = this.bounds[p]!
    const { unitsMin, unitsMax, weekendsMax, countersMax, from, to } = bound.context
    const { units, weekends, counters } = this.shares[p]!
    const rate = (2 * settlePart * this.step * this.scale) / Math.max(1, to - from)
    const unitRate = rate / this.unitsPerShift[p]! ** 2
    if (bound.unit > 0 || units > unitsMax) bound.unit = Math.max(0, bound.unit + unitRate * (units - unitsMax))
    else if (bound.unit < 0 || units < unitsMin) bound.unit = Math.min(0, bound.unit + unitRate * (units - unitsMin))
    bound.weekend = Math.max(0, bound.weekend + weekendPace * rate * (weekends - weekendsMax))
    for (let k = 0; k < counters.length; k++)
      bound.counter[k] = Math.max(0, bound.counter[k]! + rate * (counters[k]! - countersMax[k]!))
  }

  private blend(p: number, path: RelaxedPath, weight: number): void {
    const share = this.shares[p]!
    const { optionCell } = this.model.people[p]!.options
    const { options, counters } = share
    const { heads, used } = this
    const keep = 1 - weight
    for (let o = 0; o < options.length; o++) {
      const old = options[o]!
      if (old === 0) continue
      options[o] = old < 1e-3 ? 0 : old * keep
      heads[optionCell[o]!]! += options[o]! - old
    }
    for (const o of path.options) {
      if (o < 0) continue
      const old = options[o]!
      options[o] = old + weight
      heads[optionCell[o]!]! += options[o]! - old
    }
    for (let o = 0; o < options.length; o++) if (options[o]! > 0) used[optionCell[o]!] = this.follow(optionCell[o]!)
    share.units += weight * (path.units - share.units)
    share.weekends += weight * (path.weekends - share.weekends)
    for (let k = 0; k < counters.length; k++) counters[k]! += weight * (path.counters[k]! - counters[k]!)
    this.work += options.length
  }

  /** The cell's multiplier after a step along (expected heads - heads that the multiplier asks for), within the cell's slopes. */
  private follow(c: number): number {
    const { pointStart, points, slopeStart, slopes } = this.model.cells
    const first = slopeStart[c]!
    const last = slopeStart[c + 1]! - 1
    const price = this.price[c]!
    let i = first
    while (i < last && slopes[i]! < price) i++
    // slopes[i - 1] < price <= slopes[i]: it asks for the heads between the two slopes, or for any on the second.
    const point = pointStart[c]! + i - first
    const low = i === first ? 0 : points[point - 1]!
    const high = price < slopes[i]! ? low : i < last ? points[point]! : Number.POSITIVE_INFINITY
    const heads = this.heads[c]!
    const asked = Math.max(low, Math.min(high, heads))
    const next = price + this.step * this.scale * (heads - asked)
    return Math.max(slopes[first]!, Math.min(slopes[last]!, next))
  }
}

function lowest(model: LineModel, c: number): number {
  return model.cells.slopes[model.cells.slopeStart[c]!]!
}

function highest(model: LineModel, c: number): number {
  return model.cells.slopes[model.cells.slopeStart[c + 1]! - 1]!
}

function meanUnits(person: LinePerson): number {
  const { groupUnits } = person.options
  return Math.max(1, groupUnits.reduce((sum, units) => sum + units, 0) / Math.max(1, groupUnits.length))
}
