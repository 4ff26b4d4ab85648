// A primal simplex for the master of column generation: people choose among lines (one convexity row each), lines use cells,
// and every cell pays a convex piecewise linear cost of its heads. Cost slopes are held in the rows themselves (no slack
// columns), so that the kernel inverse covers only people and cells that stand exactly on a breakpoint.
// Sources: R. Fourer, "A simplex algorithm for piecewise-linear programming I" (1985); G. Dantzig, R. Van Slyke, "Generalized
// upper bounding techniques" (1967).
import { Basis } from './basis.ts'
import type { CellCosts } from './cell-costs.ts'
import type { LineColumns } from './line-columns.ts'
import { RatioTest } from './ratio-test.ts'

const costTolerance = 1e-7
/** Values and (in hundreds) reduced costs of the basis may be off by so much before the inverse is made anew. */
const driftMax = 1e-7

export class CoverSimplex {
  readonly columns: LineColumns
  /** Marginal cost of one more head in the cell: what pricing adds to an option. */
  readonly price: Float64Array
  /** Elementary operations so far, for budgets. */
  work = 0
  private readonly basis: Basis
  private readonly ratio: RatioTest
  private readonly direction: Float64Array
  private pivots = 0
  private scanFrom = 0

  /**
   * `first` holds one line (its cost and cells) per person: a feasible start.
   * `shiftOf` gives a number in (0, 1) per cell, the size of its breakpoints' shift.
   */
  constructor(costs: CellCosts, first: readonly { cost: number; cells: ArrayLike<number> }[], shiftOf: () => number) {
    this.basis = new Basis(costs, first, shiftOf)
    this.columns = this.basis.columns
    this.price = this.basis.cells.price
    this.ratio = new RatioTest(this.basis)
    this.direction = new Float64Array(this.basis.x.length)
  }

  /** A line improves when this is below 0. */
  reducedCost(column: number): number {
    return this.basis.reducedCost(column)
  }

  /** Values of the basic lines: calls `visit(column, value)` for each above `least`. */
  forEachBasic(visit: (column: number, value: number) => void, least = 1e-6): void {
    const { kernel, x } = this.basis
    for (let i = 0; i < kernel.size; i++) if (x[i]! > least) visit(kernel.columns[i]!, x[i]!)
  }

  /** Total cost of the current (fractional) choice with the true breakpoints. */
  objective(): number {
    const { kernel, x, cells } = this.basis
    let cost = 0
    for (let i = 0; i < kernel.size; i++) cost += x[i]! * this.columns.cost[kernel.columns[i]!]!
    return cells.cost(cost)
  }

  /** How far from `objective` the least cost with the true breakpoints may lie. */
  blur(): number {
    return this.basis.cells.blur()
  }

  /** Pivots until no column or row improves, or `pivotsMax` are done. True when optimal. */
  solve(pivotsMax: number): boolean {
    const { basis } = this
    const end = this.pivots + pivotsMax
    let isOptimal = false
    while (this.pivots < end && !isOptimal) {
      const entering = this.choose()
      if (entering === undefined) {
        isOptimal = basis.drift() < driftMax
        if (!isOptimal) basis.refactor()
        continue
      }
      this.pivots++
      const sound = entering >= 0 ? this.enterColumn(entering) : this.enterRow(-entering - 1)
      if (!sound || (this.pivots % 100 === 0 && basis.drift() >= driftMax)) basis.refactor()
    }
    this.work += basis.takeWork()
    return isOptimal
  }

  /** The most attractive column of the next people, or tight row (as -1 - position); undefined when there is none. */
  private choose(): number | undefined {
    let best = -costTolerance * 10
    let entering: number | undefined
    const { columns } = this
    const { kernel, peopleCount } = this.basis
    for (let k = 0; k < kernel.size; k++) {
      if (kernel.rows[k]! < peopleCount) continue
      const { up, down } = this.rowRates(k)
      const rate = Math.min(up, down)
      if (rate < best) {
        best = rate
        entering = -1 - k
      }
    }
    const enough = Math.max(150, columns.count >> 3)
    let scanned = 0
    for (let step = 0; step < peopleCount; step++) {
      const p = (this.scanFrom + step) % peopleCount
      const list = columns.of(p)
      for (let i = 0; i < list.length; i++) {
        const rate = this.reducedCost(list[i]!)
        if (rate < best) {
          best = rate
          entering = list[i]!
        }
      }
      scanned += list.length
      if (entering !== undefined && scanned >= enough) {
        this.scanFrom = (p + 1) % peopleCount
        break
      }
    }
    this.work += scanned * 20
    return entering
  }

  /** What one head more, and one fewer, would cost at the tight cell in place `k`. */
  private rowRates(k: number): { up: number; down: number } {
    const { kernel, cells, peopleCount } = this.basis
    const c = kernel.rows[k]! - peopleCount
    return { up: cells.slopeAt(c, cells.segment[c]! + 1) - this.price[c]!, down: this.price[c]! - cells.slope(c) }
  }

  private enterColumn(column: number): boolean {
    const { direction, basis } = this
    const { kernel, peopleCount } = basis
    const { cellRate } = this.ratio
    direction.fill(0, 0, kernel.size)
    kernel.addColumn(this.columns.person[column]!, -1, direction)
    const cells = this.columns.cellsOf(column)
    for (let i = 0; i < cells.length; i++) kernel.addColumn(peopleCount + cells[i]!, -1, direction)
    cellRate.fill(0)
    for (let i = 0; i < cells.length; i++) if (!basis.isTight(cells[i]!)) cellRate[cells[i]!] = 1
    if (!this.step(this.reducedCost(column), -1, 1)) return false
    const sound = this.pivotColumn(column)
    basis.readDuals()
    return sound
  }

  private enterRow(k: number): boolean {
    const { direction, basis } = this
    const { kernel, cells } = basis
    const { up, down } = this.rowRates(k)
    const sign = up < down ? 1 : -1
    const cell = kernel.rows[k]! - basis.peopleCount
    direction.fill(0, 0, kernel.size)
    kernel.addColumn(kernel.rows[k]!, sign, direction)
    this.ratio.cellRate.fill(0)
    const segment = cells.segment[cell]! + (sign > 0 ? 1 : 0)
    if (!this.step(Math.min(up, down), cell, sign)) return false
    const passed = this.ratio.passedOf(cell)
    const sound = this.pivotRow(k, cell, segment + (sign > 0 ? passed : -passed))
    if (!basis.isTight(cell)) this.price[cell] = cells.slope(cell)
    basis.readDuals()
    return sound
  }

  /** Moves along `direction` as far as the cost falls, passing breakpoints on the way. False when nothing ends the step. */
  private step(startRate: number, enteringCell: number, sign: number): boolean {
    const { direction, ratio, basis } = this
    const { kernel, x, cells } = basis
    this.work += kernel.size * 25
    if (!ratio.run(direction, startRate, enteringCell, sign)) return false
    for (let i = 0; i < kernel.size; i++) x[i]! += direction[i]! * ratio.reach
    ratio.moveCells()
    if (enteringCell >= 0) cells.activity[enteringCell]! += sign * ratio.reach
    for (let i = 0; i < ratio.passed; i++) {
      const { cell, up } = ratio.events[i]!
      if (cell === enteringCell) continue
      const before = cells.slope(cell)
      cells.segment[cell]! += up ? 1 : -1
      const after = cells.slope(cell)
      cells.price[cell] = after
      kernel.addSlope(this.basis.membersOf(cell), after - before)
    }
    return true
  }

  /** After a step the line `column` takes the place of a basic line, or of a cell that became tight. */
  private pivotColumn(column: number): boolean {
    const { ratio, direction } = this
    const { kernel, cells, x } = this.basis
    const { stopCell, rate, reach } = ratio
    if (stopCell < 0) {
      const sound = kernel.swapColumn(ratio.leaving, column, rate, direction)
      x[ratio.leaving] = reach
      return sound
    }
    x[kernel.size] = reach
    const slope = cells.slope(stopCell)
    const members = this.basis.membersOf(stopCell)
    const sound = kernel.grow(stopCell, members, column, rate, ratio.cellRate[stopCell]!, direction, slope)
    this.tighten(stopCell)
    return sound
  }

  /** After a step from the tight cell in place `k`, whose heads now lie on `segment`: what stopped the step takes its place. */
  private pivotRow(k: number, cell: number, segment: number): boolean {
    const { ratio } = this
    const { kernel, cells, x } = this.basis
    const { stopCell, leaving } = ratio
    if (stopCell === cell) {
      cells.segment[cell] = ratio.stopUp ? segment : segment - 1
      cells.snap(cell)
      return true
    }
    const slope = cells.slopeAt(cell, segment)
    let sound: boolean
    if (stopCell >= 0) {
      sound = kernel.swapRow(k, stopCell, this.basis.membersOf(stopCell), -slope, cells.slope(stopCell))
      this.tighten(stopCell)
    } else {
      const last = kernel.size - 1
      sound = kernel.shrink(leaving, k, -slope)
      x[leaving] = x[last]!
    }
    cells.segment[cell] = segment
    return sound
  }

  /** The cell that stopped the step stands on its breakpoint from now on. */
  private tighten(cell: number): void {
    const { cells } = this.basis
    if (!this.ratio.stopUp) cells.segment[cell]!--
    cells.snap(cell)
  }
}
