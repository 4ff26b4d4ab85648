// A master over the people still open and the pricing that feeds it with lines, until nothing improves or the bound says that the
// group is not worth more work.
// Sources: C. Barnhart et al., "Branch-and-price: column generation for solving huge integer programs" (1998); smoothing of
// prices by P. Wentges, "Weighted Dantzig-Wolfe decomposition" (1997).
import { CoverSimplex } from './cover-simplex.ts'
import type { DivePlace } from './dive.ts'
import type { Line, LineModel } from './line-model.ts'
import { type Effort, exactEffort, type Pricer } from './pricer.ts'

const smoothing = 0.5
/** The simplex runs through its arrays: an operation takes about half as long as elsewhere. */
const simplexWork = 0.5
/** How far pricing looks, farther when the narrow look finds nothing more. The last one has counts right. */
const efforts: readonly Effort[] = [
  { beam: 50, isCoarse: true },
  { beam: 1000, isCoarse: true },
  { beam: 3000, isCoarse: false },
]
const widestEffort = efforts.length - 1
const enoughLines = 6
/** Rounds of pricing of one master. */
const roundsMax = 600
/** Lines worth keeping for the next step of a dive, a person. */
const keepMax = 25

export interface GroupTask {
  model: LineModel
  /** One pricer per person of the group. */
  pricers: readonly Pricer[]
  /** Lines to start from, the person's current one first; cells on open days only. */
  lines: readonly (readonly Line[])[]
  /** Heads of everything that is fixed, by cell. */
  heads: Float64Array
  /** Cells the group may change. */
  cells: Int32Array
  /** Only a total (group lines and `cells`) of at most this is worth having. */
  worthMax: number
  random: () => number
  /** Called with everybody's lines and their total where it is worth having; better ones may follow. */
  onLines: (lines: readonly Line[], total: number) => void
  /** Dives, whether they found something or not, until the group is given up. */
  endsMax: number
  /** Prices exactly where beams find nothing more: the bound gets tight, at a price. */
  exact: boolean
  /** Prices of an earlier master, by cell: a first centre. */
  centre?: Float64Array
}

/** A master over the people still open, with its own numbering of cells. */
export class Master {
  private readonly task: GroupTask
  private readonly people: readonly number[]
  private readonly simplex: CoverSimplex
  private readonly local: Int32Array
  private readonly lines: Line[] = []
  /** Prices over all cells, for the pricers. */
  private readonly price: Float64Array
  private readonly costs

  /** `price` is room for prices over all cells. */
  constructor(task: GroupTask, { left, pools, heads }: DivePlace, price: Float64Array) {
    this.task = task
    this.people = left
    this.price = price
    this.local = new Int32Array(task.model.cells.count).fill(-1)
    task.cells.forEach((cell, i) => {
      this.local[cell] = i
    })
    this.costs = task.model.cells.residual(task.cells, heads)
    this.simplex = new CoverSimplex(
      this.costs,
      pools.map((pool) => ({ cost: pool[0]!.cost, cells: this.toLocal(pool[0]!.cells) })),
      task.random,
    )
    for (const pool of pools) this.lines.push(pool[0]!)
    pools.forEach((pool, p) => {
      for (let i = 1; i < pool.length; i++) this.add(p, pool[i]!)
    })
  }

  private toLocal(cells: Int32Array): Int32Array {
    return cells.map((cell) => this.local[cell]!)
  }

  private add(p: number, line: Line): void {
    this.simplex.columns.add(p, line.cost, this.toLocal(line.cells))
    this.lines.push(line)
  }

  /**
   * Generates lines until nothing improves, the bound shows that `worth` cannot be reached, or the rounds are used. `bound` is
   * proven; below `least` the dive need not look.
   */
  *generate(
    worth: number,
    spend: { work: number },
    start: Float64Array | undefined,
  ): Generator<void, { bound: number; least: number }> {
    const { simplex, task, costs } = this
    let bestBound = Number.NEGATIVE_INFINITY
    let bestEstimate = Number.NEGATIVE_INFINITY
    const centre = new Float64Array(costs.count)
    const used = new Float64Array(costs.count)
    let objective = 0
    let level = 0
    for (let round = 0; round < roundsMax; round++) {
      for (;;) {
        const done = simplex.solve(200)
        spend.work += simplex.work * simplexWork
        simplex.work = 0
        yield
        if (done) break
      }
      objective = simplex.objective()
      // Beams overlook lines: an estimate above a cost that the master reaches is none, and its prices no centre.
      if (bestEstimate > objective) bestEstimate = Number.NEGATIVE_INFINITY
      if (objective - (task.exact ? bestBound : bestEstimate) < tolerance(objective)) break
      let smooth = round === 0 ? (start ? 1 : 0) : smoothing
      if (round === 0 && start) for (let c = 0; c < costs.count; c++) centre[c] = start[task.cells[c]!]!
      let added = 0
      let hopeless = false
      for (;;) {
        const { bound, estimate, count } = yield* this.priceAll(used, smooth, centre, worth, spend, level)
        added = count
        if (bound > bestBound) bestBound = bound
        if (estimate > bestEstimate) {
          bestEstimate = estimate
          centre.set(used)
        }
        hopeless = Math.ceil((task.exact || level < widestEffort ? bestBound : bestEstimate) - 1e-4) > worth
        if (added > 0 || hopeless) break
        if (smooth > 0) smooth = 0
        else if (level < widestEffort) level++
        else break
      }
      if (hopeless || added === 0) break
    }
    const bound = Math.ceil(bestBound - 1e-4)
    if (task.exact) return { bound, least: bound }
    // Costs are whole numbers: a blurred cost just above one must not be taken for the next.
    const sure = objective - 0.01 - simplex.blur()
    return { bound, least: Math.max(bound, Math.ceil(bestEstimate - 1e-4), Math.ceil(sure)) }
  }

  /**
   * Prices everybody at the smoothed prices (left in `used`): with beams first, and only where those found nothing for anyone,
   * at the master's own prices, exactly, the widest gap first and until a few have a new line.
   */
  private *priceAll(
    used: Float64Array,
    smooth: number,
    centre: Float64Array,
    worth: number,
    spend: { work: number },
    level: number,
  ): Generator<void, { bound: number; estimate: number; count: number }> {
    const { costs, task, people, simplex } = this
    let fixed = 0
    for (let c = 0; c < costs.count; c++) {
      used[c] = smooth * centre[c]! + (1 - smooth) * simplex.price[c]!
      this.price[task.cells[c]!] = used[c]!
      fixed += costs.conjugate(c, used[c]!, 0, people.length)
    }
    const known = people.map((_, p) => this.cheapest(p, used))
    const least = new Float64Array(people.length)
    let bound = fixed
    let estimate = fixed
    let count = 0
    const pricePerson = (p: number, effort: Effort): number => {
      const pricer = task.pricers[people[p]!]!
      const { bound: low, found } = pricer.price(this.price, known[p]! - 1e-5, known[p]!, 2, effort)
      for (const line of found) {
        this.add(p, line)
        count++
      }
      spend.work += pricer.takeWork()
      estimate += found.length > 0 ? found[0]!.priced : known[p]!
      return Math.min(low, known[p]!)
    }
    for (let p = 0; p < people.length; p++) {
      least[p] = pricePerson(p, efforts[level]!)
      bound += least[p]!
      yield
    }
    if (!task.exact || level < widestEffort || count > 0 || smooth > 0 || Math.ceil(bound - 1e-4) > worth)
      return { bound, estimate, count }
    estimate = fixed
    for (let p = 0; p < people.length; p++) if (known[p]! - least[p]! <= 1e-5) estimate += known[p]!
    const gaps = people.map((_, p) => p).filter((p) => known[p]! - least[p]! > 1e-5)
    gaps.sort((a, b) => known[b]! - least[b]! - known[a]! + least[a]! || a - b)
    for (const p of gaps) {
      const exact = pricePerson(p, exactEffort)
      bound += exact - least[p]!
      yield
      if (count >= enoughLines || Math.ceil(bound - 1e-4) > worth) break
    }
    return { bound, estimate: count >= enoughLines ? bound : estimate, count }
  }

  /** The master's own prices, over all cells. */
  prices(): Float64Array {
    const { simplex, task, price } = this
    for (let c = 0; c < task.cells.length; c++) price[task.cells[c]!] = simplex.price[c]!
    return price
  }

  /** Cost, at the prices, of the person's cheapest line in hand. */
  private cheapest(p: number, price: Float64Array): number {
    const { columns } = this.simplex
    let least = Number.POSITIVE_INFINITY
    for (const column of columns.of(p)) least = Math.min(least, columns.priced(column, price, columns.cost[column]!))
    this.simplex.work += columns.of(p).length * 20
    return least
  }

  /** The master's choice: lines with their parts of each person, and for every person the lines worth keeping, the heaviest first. */
  solution(): { parts: LinePart[][]; keep: Line[][] } {
    const { simplex, people, lines } = this
    const parts: LinePart[][] = people.map(() => [])
    const value = new Float64Array(simplex.columns.count)
    simplex.forEachBasic((column, x) => {
      value[column] = x
      parts[simplex.columns.person[column]!]!.push({ line: lines[column]!, part: x })
    })
    for (const list of parts) list.sort((a, b) => b.part - a.part)
    const keep = people.map((_, p) =>
      [...simplex.columns.of(p)]
        .map((column) => ({
          column,
          rank: value[column]! > 1e-6 ? -1e6 - value[column]! : simplex.reducedCost(column),
        }))
        .sort((a, b) => a.rank - b.rank || a.column - b.column)
        .slice(0, keepMax)
        .map(({ column }) => lines[column]!),
    )
    return { parts, keep }
  }
}

/** A line and how much of its person the master gives to it, 0 to 1. */
export interface LinePart {
  line: Line
  part: number
}

/** When the bound is this near, more lines cannot change what the dive takes by much. */
function tolerance(objective: number): number {
  return Math.max(1e-3, 1e-6 * Math.abs(objective))
}
