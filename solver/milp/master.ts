// A master over the people still open and the pricing that feeds it with lines, until nothing improves or the bound says that the
// group is not worth more work.
// Sources: C. Barnhart et al., "Branch-and-price: column generation for solving huge integer programs" (1998); smoothing of
// prices by P. Wentges, "Weighted Dantzig-Wolfe decomposition" (1997).
import { CoverSimplex } from './cover-simplex.ts'
import type { Line, LineModel } from './line-model.ts'
import type { Pricer } from './pricer.ts'

const smoothing = 0.5
/** Labels a day that pricing keeps, wider when the narrow one finds nothing more. */
const beams = [20, 150]
const enoughLines = 6
/** A master that stands still is not at its end while its bound is farther than this part of its cost: a good start degenerates. */
const tailGapMax = 0.01

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
  /** Rounds of pricing before the first dive step and before the later ones. */
  roundsMax: number
  /** Stops a master when eight rounds brought less than this share of its cost and the bound is near; 0 goes on to the end. */
  tail: number
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

  constructor(
    task: GroupTask,
    people: readonly number[],
    pools: readonly (readonly Line[])[],
    heads: Float64Array,
    price: Float64Array,
  ) {
    this.task = task
    this.people = people
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

  /** Generates lines until nothing improves, the bound shows that `worth` cannot be reached, or the rounds are used. */
  *generate(
    worth: number,
    roundsMax: number,
    spend: { work: number },
    start: Float64Array | undefined,
  ): Generator<void, { bound: number; objective: number; estimate: number }> {
    const { simplex, task, costs } = this
    let bestBound = Number.NEGATIVE_INFINITY
    let bestEstimate = Number.NEGATIVE_INFINITY
    const centre = new Float64Array(costs.count)
    const used = new Float64Array(costs.count)
    let objective = 0
    const history: number[] = []
    let level = 0
    const tail = task.tail
    for (let round = 0; round < roundsMax; round++) {
      for (;;) {
        const done = simplex.solve(200)
        spend.work += simplex.work
        simplex.work = 0
        yield
        if (done) break
      }
      objective = simplex.objective()
      history.push(objective)
      const gap = objective - Math.max(bestBound, bestEstimate)
      const isNear = gap < tailGapMax * Math.abs(objective)
      if (tail > 0 && isNear && round >= 8 && history[round - 8]! - objective < tail * Math.abs(objective)) break
      if (objective - (task.exact ? bestBound : bestEstimate) < tolerance(objective)) break
      let smooth = round === 0 ? (start ? 1 : 0) : smoothing
      if (round === 0 && start) for (let c = 0; c < costs.count; c++) centre[c] = start[task.cells[c]!]!
      let added = 0
      let hopeless = false
      for (;;) {
        const { bound, estimate, count } = yield* this.priceAll(used, smooth, centre, worth, spend, beams[level]!)
        added = count
        if (bound > bestBound) bestBound = bound
        if (estimate > bestEstimate) {
          bestEstimate = estimate
          centre.set(used)
        }
        hopeless = Math.ceil((task.exact || level + 1 < beams.length ? bestBound : bestEstimate) - 1e-4) > worth
        if (added > 0 || hopeless) break
        if (smooth > 0) smooth = 0
        else if (level + 1 < beams.length) level++
        else break
      }
      if (hopeless || added === 0) break
    }
    return { bound: Math.ceil(bestBound - 1e-4), objective, estimate: Math.ceil(bestEstimate - 1e-4) }
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
    beam: number,
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
    const pricePerson = (p: number, beam: number): number => {
      const pricer = task.pricers[people[p]!]!
      const { bound: low, found } = pricer.price(this.price, known[p]! - 1e-5, known[p]!, 2, beam)
      for (const line of found) {
        this.add(p, line)
        count++
      }
      spend.work += pricer.takeWork()
      estimate += found.length > 0 ? found[0]!.priced : known[p]!
      return Math.min(low, known[p]!)
    }
    for (let p = 0; p < people.length; p++) {
      least[p] = pricePerson(p, beam)
      bound += least[p]!
      yield
    }
    if (!task.exact || beam < beams[beams.length - 1]! || count > 0 || smooth > 0 || Math.ceil(bound - 1e-4) > worth)
      return { bound, estimate, count }
    estimate = fixed
    for (let p = 0; p < people.length; p++) if (known[p]! - least[p]! <= 1e-5) estimate += known[p]!
    const gaps = people.map((_, p) => p).filter((p) => known[p]! - least[p]! > 1e-5)
    gaps.sort((a, b) => known[b]! - least[b]! - known[a]! + least[a]! || a - b)
    for (const p of gaps) {
      const exact = pricePerson(p, 0)
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

  /** Lines the master takes (nearly) whole, and for every person the lines worth keeping, the heaviest first. */
  fix(): { picks: { index: number; line: Line }[]; keep: Line[][] } {
    const { simplex, people, lines } = this
    const heaviest = people.map(() => ({ column: -1, value: -1 }))
    const value = new Float64Array(simplex.columns.count)
    simplex.forEachBasic((column, x) => {
      value[column] = x
      const p = simplex.columns.person[column]!
      if (x > heaviest[p]!.value) heaviest[p] = { column, value: x }
    })
    const order = people.map((_, p) => p).sort((a, b) => heaviest[b]!.value - heaviest[a]!.value || a - b)
    const extra = Math.max(1, Math.floor(people.length / 10))
    let steps = 0
    const picks: { index: number; line: Line }[] = []
    for (const p of order) {
      const { column, value: x } = heaviest[p]!
      if (x < 0.98) {
        if (steps >= extra || (steps > 0 && x < 0.7)) break
        if (picks.length > 0 && x < 0.7) break
        steps++
      }
      picks.push({ index: p, line: lines[column]! })
    }
    const keep = people.map((_, p) =>
      [...simplex.columns.of(p)]
        .map((column) => ({
          column,
          rank: column === heaviest[p]!.column ? -1e9 : value[column]! > 1e-6 ? -1e6 : simplex.reducedCost(column),
        }))
        .sort((a, b) => a.rank - b.rank || a.column - b.column)
        .slice(0, keepMax)
        .map(({ column }) => lines[column]!),
    )
    return { picks, keep }
  }
}

/** When the bound is this near, more lines cannot change what the dive takes by much. */
function tolerance(objective: number): number {
  return Math.max(1e-3, 1e-6 * Math.abs(objective))
}
