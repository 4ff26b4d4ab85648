// A primal simplex for the master of column generation: people choose among lines (one convexity row each), lines use cells,
// and every cell pays a convex piecewise linear cost of its heads. Cost slopes are held in the rows themselves (no slack
// columns), so that the kernel inverse covers only people and cells that stand exactly on a breakpoint.
// Sources: R. Fourer, "A simplex algorithm for piecewise-linear programming I" (1985); G. Dantzig, R. Van Slyke, "Generalized
// upper bounding techniques" (1967). Breakpoints are shifted a little against degeneracy (P. Wolfe, 1963).
import type { CellCosts } from './cell-costs.ts'
import { Kernel } from './kernel.ts'

const costTolerance = 1e-7
const pivotTolerance = 1e-8
/** Values and (in hundreds) reduced costs of the basis may be off by so much before the inverse is made anew. */
const driftMax = 1e-7

/** Lines of all people, entries in one pool. A column is its index. */
export class CoverSimplex {
  readonly peopleCount: number
  readonly cellCount: number
  /** Marginal cost of one more head in the cell: what pricing adds to an option. */
  readonly price: Float64Array
  /** Dual of a person's convexity row: a line improves when its cost plus its cells' prices is below. */
  readonly sigma: Float64Array
  columnCount = 0
  columnPerson: Int32Array
  columnCost: Float64Array
  columnStart: Int32Array
  entries: Int32Array
  pivots = 0
  /** Elementary operations so far, for budgets. */
  work = 0
  private readonly costs: CellCosts
  private readonly shift: Float64Array
  /** Segment (index of slope) of a cell off its breakpoints; for a tight cell the breakpoint's index. */
  private readonly segment: Int32Array
  private readonly activity: Float64Array
  private readonly kernel: Kernel
  private readonly x: Float64Array
  private readonly direction: Float64Array
  private readonly cellRate: Float64Array
  private readonly touched: Int32Array
  private readonly byPerson: number[][] = []
  private scanFrom = 0

  /**
   * `first` holds one line (its cost and cells) per person: a feasible start.
   * `shiftOf` gives a number in (0, 1) per cell, the size of its breakpoints' shift.
   */
  constructor(costs: CellCosts, first: readonly { cost: number; cells: ArrayLike<number> }[], shiftOf: () => number) {
    const people = first.length
    const cells = costs.count
    this.costs = costs
    this.peopleCount = people
    this.cellCount = cells
    this.price = new Float64Array(cells)
    this.sigma = new Float64Array(people)
    this.shift = new Float64Array(cells)
    for (let c = 0; c < cells; c++) this.shift[c] = (shiftOf() - 0.5) * 2e-5
    this.segment = new Int32Array(cells)
    this.activity = new Float64Array(cells)
    this.kernel = new Kernel(people, cells)
    const capacity = people + cells + 1
    this.x = new Float64Array(capacity)
    this.direction = new Float64Array(capacity)
    this.cellRate = new Float64Array(cells)
    this.touched = new Int32Array(cells)
    this.columnPerson = new Int32Array(4 * people + 64)
    this.columnCost = new Float64Array(4 * people + 64)
    this.columnStart = new Int32Array(4 * people + 65)
    this.entries = new Int32Array(64 * people + 256)
    for (let p = 0; p < people; p++) {
      this.byPerson.push([])
      const line = first[p]!
      this.kernel.place(p, this.addColumn(p, line.cost, line.cells))
      this.x[p] = 1
      for (let i = 0; i < line.cells.length; i++) this.activity[line.cells[i]!]! += 1
    }
    for (let c = 0; c < cells; c++) {
      this.segment[c] = this.segmentAt(c, this.activity[c]!)
      this.price[c] = costs.slopes[costs.slopeStart[c]! + this.segment[c]!]!
    }
    this.refactor()
  }

  /** Adds a line of `person`; `cells` are distinct. Returns the column's index. */
  addColumn(person: number, cost: number, cells: ArrayLike<number>): number {
    const id = this.columnCount
    const start = this.columnStart[id]!
    if (id + 1 >= this.columnPerson.length) {
      this.columnPerson = grown(this.columnPerson, new Int32Array(2 * id + 2))
      this.columnCost = grown(this.columnCost, new Float64Array(2 * id + 2))
      this.columnStart = grown(this.columnStart, new Int32Array(2 * id + 3))
    }
    if (start + cells.length > this.entries.length)
      this.entries = grown(this.entries, new Int32Array(2 * (start + cells.length)))
    for (let i = 0; i < cells.length; i++) this.entries[start + i] = cells[i]!
    this.columnPerson[id] = person
    this.columnCost[id] = cost
    this.columnStart[id + 1] = start + cells.length
    this.byPerson[person]!.push(id)
    this.columnCount++
    return id
  }

  columnsOf(person: number): readonly number[] {
    return this.byPerson[person]!
  }

  cellsOf(column: number): Int32Array {
    return this.entries.subarray(this.columnStart[column]!, this.columnStart[column + 1]!)
  }

  reducedCost(column: number): number {
    let cost = this.columnCost[column]! - this.sigma[this.columnPerson[column]!]!
    const { entries, price } = this
    for (let i = this.columnStart[column]!, end = this.columnStart[column + 1]!; i < end; i++)
      cost += price[entries[i]!]!
    return cost
  }

  /** Values of the basic lines: calls `visit(column, value)` for each above `least`. */
  forEachBasic(visit: (column: number, value: number) => void, least = 1e-6): void {
    for (let i = 0; i < this.kernel.size; i++) if (this.x[i]! > least) visit(this.kernel.columns[i]!, this.x[i]!)
  }

  /** Total cost of the current (fractional) choice with the true breakpoints. */
  objective(): number {
    let cost = 0
    for (let i = 0; i < this.kernel.size; i++) cost += this.x[i]! * this.columnCost[this.kernel.columns[i]!]!
    for (let c = 0; c < this.cellCount; c++) cost += this.costs.at(c, this.activity[c]!)
    return cost
  }

  /** Pivots until no column or row improves, or `pivotsMax` are done. True when optimal. */
  solve(pivotsMax: number): boolean {
    const end = this.pivots + pivotsMax
    while (this.pivots < end) {
      const entering = this.choose()
      if (entering === undefined) {
        if (this.drift() < driftMax) return true
        this.refactor()
        continue
      }
      this.pivots++
      const sound = entering >= 0 ? this.enterColumn(entering) : this.enterRow(-entering - 1)
      if (!sound || (this.pivots % 100 === 0 && this.drift() >= driftMax)) this.refactor()
    }
    return false
  }

  /** How far rounding has carried values and duals of the basis from what they must be. */
  private drift(): number {
    const { kernel, x, peopleCount } = this
    const sums = new Float64Array(peopleCount)
    let worst = 0
    for (let i = 0; i < kernel.size; i++) {
      const column = kernel.columns[i]!
      sums[this.columnPerson[column]!]! += x[i]!
      worst = Math.max(worst, 0.01 * Math.abs(this.reducedCost(column)), -x[i]!)
    }
    for (let p = 0; p < peopleCount; p++) worst = Math.max(worst, Math.abs(sums[p]! - 1))
    this.work += kernel.size * 20
    return worst
  }

  /** The most attractive column of the next people, or tight row (as -1 - position); undefined when there is none. */
  private choose(): number | undefined {
    let best = -costTolerance * 10
    let entering: number | undefined
    const { kernel, costs, peopleCount } = this
    for (let k = 0; k < kernel.size; k++) {
      const row = kernel.rows[k]!
      if (row < peopleCount) continue
      const c = row - peopleCount
      const at = costs.slopeStart[c]! + this.segment[c]!
      const pi = this.price[c]!
      const rate = Math.min(costs.slopes[at + 1]! - pi, pi - costs.slopes[at]!)
      if (rate < best) {
        best = rate
        entering = -1 - k
      }
    }
    const enough = Math.max(150, this.columnCount >> 3)
    let scanned = 0
    for (let step = 0; step < peopleCount; step++) {
      const p = (this.scanFrom + step) % peopleCount
      const list = this.byPerson[p]!
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

  private enterColumn(column: number): boolean {
    const { kernel, direction, peopleCount } = this
    const n = kernel.size
    direction.fill(0, 0, n)
    kernel.addColumn(this.columnPerson[column]!, -1, direction)
    const cells = this.cellsOf(column)
    for (let i = 0; i < cells.length; i++) kernel.addColumn(peopleCount + cells[i]!, -1, direction)
    this.cellRate.fill(0)
    for (let i = 0; i < cells.length; i++)
      if (kernel.position[peopleCount + cells[i]!]! < 0) this.cellRate[cells[i]!] = 1
    const rate = this.reducedCost(column)
    return this.advance(rate, column, -1, 1)
  }

  private enterRow(k: number): boolean {
    const { kernel, direction, costs } = this
    const c = kernel.rows[k]! - this.peopleCount
    const at = costs.slopeStart[c]! + this.segment[c]!
    const up = costs.slopes[at + 1]! - this.price[c]!
    const down = this.price[c]! - costs.slopes[at]!
    const sign = up < down ? 1 : -1
    const n = kernel.size
    direction.fill(0, 0, n)
    kernel.addColumn(kernel.rows[k]!, sign, direction)
    this.cellRate.fill(0)
    return this.advance(Math.min(up, down), -1, k, sign)
  }

  /** Moves along `direction` as far as the cost falls, passing breakpoints on the way, and pivots. False when unsound. */
  private advance(startRate: number, column: number, rowPosition: number, sign: number): boolean {
    const { kernel, direction, x, costs, cellRate, peopleCount, touched } = this
    const n = kernel.size
    this.work += n * 25
    let leaving = -1
    let reach = Number.POSITIVE_INFINITY
    for (let i = 0; i < n; i++) {
      const d = direction[i]!
      if (d > -pivotTolerance && d < pivotTolerance) continue
      const basic = kernel.columns[i]!
      for (let e = this.columnStart[basic]!, end = this.columnStart[basic + 1]!; e < end; e++) {
        const c = this.entries[e]!
        if (kernel.position[peopleCount + c]! < 0) cellRate[c]! += d
      }
      if (d < 0) {
        const t = Math.max(0, x[i]!) / -d
        if (t < reach - 1e-12 || (t < reach + 1e-12 && leaving >= 0 && d < direction[leaving]!)) {
          reach = t
          leaving = i
        }
      }
    }
    const enteringCell = rowPosition < 0 ? -1 : kernel.rows[rowPosition]! - peopleCount
    const events = this.events
    events.length = 0
    let touchedCount = 0
    for (let c = 0; c < this.cellCount; c++) {
      let rate = cellRate[c]!
      if (c === enteringCell) rate = sign
      else if (rate > -1e-9 && rate < 1e-9) continue
      else touched[touchedCount++] = c
      this.pushEvents(c, rate, reach, c === enteringCell)
    }
    events.sort((a, b) => a.t - b.t || a.cell - b.cell)
    let rate = startRate
    let stopCell = -1
    let passed = 0
    for (; passed < events.length; passed++) {
      const event = events[passed]!
      rate += event.jump
      if (rate >= -1e-12) {
        rate -= event.jump
        stopCell = event.cell
        reach = event.t
        break
      }
    }
    if (stopCell < 0 && leaving < 0) return false
    for (let i = 0; i < n; i++) x[i]! += direction[i]! * reach
    for (let i = 0; i < touchedCount; i++) this.activity[touched[i]!]! += cellRate[touched[i]!]! * reach
    let enteringSegment =
      enteringCell < 0 ? 0 : sign > 0 ? this.segment[enteringCell]! + 1 : this.segment[enteringCell]!
    for (let i = 0; i < passed; i++) {
      const { cell, up } = events[i]!
      if (cell === enteringCell) {
        enteringSegment += up ? 1 : -1
        continue
      }
      const before = this.slope(cell)
      this.segment[cell]! += up ? 1 : -1
      const after = this.slope(cell)
      this.price[cell] = after
      kernel.addSlope(this.membersOf(cell), after - before)
    }
    const stopUp = stopCell >= 0 && events[passed]!.up
    const entering = enteringCell < 0 ? 0 : costs.slopes[costs.slopeStart[enteringCell]! + enteringSegment]!
    if (enteringCell >= 0) this.activity[enteringCell]! += sign * reach
    let sound = true
    if (stopCell >= 0 && stopCell === enteringCell) {
      this.segment[enteringCell] = stopUp ? enteringSegment : enteringSegment - 1
      this.snap(enteringCell)
    } else if (stopCell >= 0) {
      const breakpoint = stopUp ? this.segment[stopCell]! : this.segment[stopCell]! - 1
      if (column >= 0) {
        sound = kernel.grow(
          stopCell,
          this.membersOf(stopCell),
          column,
          rate,
          cellRate[stopCell]!,
          direction,
          this.slope(stopCell),
        )
        x[n] = reach
      } else {
        sound = kernel.swapRow(rowPosition, stopCell, this.membersOf(stopCell), -entering, this.slope(stopCell))
        this.segment[enteringCell] = enteringSegment
      }
      this.segment[stopCell] = breakpoint
      this.snap(stopCell)
    } else if (column >= 0) {
      sound = kernel.swapColumn(leaving, column, rate, direction)
      x[leaving] = reach
    } else {
      sound = kernel.shrink(leaving, rowPosition, -entering)
      this.segment[enteringCell] = enteringSegment
      x[leaving] = x[n - 1]!
    }
    if (enteringCell >= 0 && kernel.position[peopleCount + enteringCell]! < 0)
      this.price[enteringCell] = this.slope(enteringCell)
    this.work += kernel.takeWork()
    this.readDuals()
    return sound
  }

  private readonly events: { t: number; cell: number; jump: number; up: boolean }[] = []

  /** Breakpoints that `cell` meets before `reach` when it changes at `rate`. */
  private pushEvents(cell: number, rate: number, reach: number, isEntering: boolean): void {
    const { costs, events } = this
    const start = costs.slopeStart[cell]!
    const points = costs.slopeStart[cell + 1]! - start - 1
    const pointStart = costs.pointStart[cell]!
    const here = this.activity[cell]!
    const up = rate > 0
    let point = up ? this.segment[cell]! + (isEntering ? 1 : 0) : this.segment[cell]! - 1
    for (; point >= 0 && point < points; point += up ? 1 : -1) {
      const t = Math.max(0, (costs.points[pointStart + point]! + this.shift[cell]! - here) / rate)
      if (t >= reach) return
      const jump = (costs.slopes[start + point + 1]! - costs.slopes[start + point]!) * Math.abs(rate)
      events.push({ t, cell, jump, up })
    }
  }

  private slope(cell: number): number {
    return this.costs.slopes[this.costs.slopeStart[cell]! + this.segment[cell]!]!
  }

  private snap(cell: number): void {
    this.activity[cell] = this.costs.points[this.costs.pointStart[cell]! + this.segment[cell]!]! + this.shift[cell]!
  }

  private segmentAt(cell: number, heads: number): number {
    const { costs } = this
    const start = costs.pointStart[cell]!
    const points = costs.pointStart[cell + 1]! - start
    let segment = 0
    while (segment < points && heads > costs.points[start + segment]! + this.shift[cell]!) segment++
    return segment
  }

  private readDuals(): void {
    const { kernel, peopleCount } = this
    for (let k = 0; k < kernel.size; k++) {
      const row = kernel.rows[k]!
      if (row < peopleCount) this.sigma[row] = kernel.dual[k]!
      else this.price[row - peopleCount] = -kernel.dual[k]!
    }
  }

  /** After a singular kernel: one column per person, the one of greatest value, and no tight cell. */
  private restart(): void {
    const { kernel, peopleCount } = this
    const first = new Int32Array(peopleCount).fill(-1)
    const value = new Float64Array(peopleCount).fill(Number.NEGATIVE_INFINITY)
    for (let i = 0; i < kernel.size; i++) {
      const p = this.columnPerson[kernel.columns[i]!]!
      if (this.x[i]! <= value[p]!) continue
      value[p] = this.x[i]!
      first[p] = kernel.columns[i]!
    }
    for (let p = 0; p < peopleCount; p++) if (first[p]! < 0) first[p] = this.byPerson[p]![0]!
    kernel.reset(first)
    if (!kernel.invert(this.columnPerson, this.columnStart, this.entries))
      throw new Error('a basis of one line per person is singular')
  }

  /** Inverts the kernel anew and recomputes values and duals: rounding does not pile up. */
  private refactor(): void {
    const { kernel, costs, peopleCount, x, activity } = this
    if (!kernel.invert(this.columnPerson, this.columnStart, this.entries)) this.restart()
    const n = kernel.size
    const rhs = this.direction
    for (let k = 0; k < n; k++) {
      const row = kernel.rows[k]!
      if (row < peopleCount) rhs[k] = 1
      else {
        this.snap(row - peopleCount)
        rhs[k] = activity[row - peopleCount]!
      }
    }
    kernel.multiply(rhs, x)
    for (let c = 0; c < this.cellCount; c++) if (kernel.position[peopleCount + c]! < 0) activity[c] = 0
    const basicCost = this.direction.fill(0, 0, n)
    for (let i = 0; i < n; i++) {
      const column = kernel.columns[i]!
      for (let e = this.columnStart[column]!, end = this.columnStart[column + 1]!; e < end; e++) {
        const c = this.entries[e]!
        if (kernel.position[peopleCount + c]! < 0) activity[c]! += x[i]!
      }
      basicCost[i] = this.columnCost[column]!
    }
    for (let c = 0; c < this.cellCount; c++) {
      if (kernel.position[peopleCount + c]! >= 0) continue
      this.segment[c] = this.segmentAt(c, activity[c]!)
      this.price[c] = costs.slopes[costs.slopeStart[c]! + this.segment[c]!]!
    }
    for (let i = 0; i < n; i++) {
      const column = kernel.columns[i]!
      for (let e = this.columnStart[column]!, end = this.columnStart[column + 1]!; e < end; e++) {
        const c = this.entries[e]!
        if (kernel.position[peopleCount + c]! < 0) basicCost[i]! += this.price[c]!
      }
    }
    kernel.readDuals(basicCost)
    this.work += kernel.takeWork()
    this.readDuals()
  }

  /** Places in the basis of the columns that use `cell`. */
  private membersOf(cell: number): readonly number[] {
    const { kernel, members } = this
    members.length = 0
    for (let i = 0; i < kernel.size; i++) {
      const column = kernel.columns[i]!
      for (let e = this.columnStart[column]!, end = this.columnStart[column + 1]!; e < end; e++)
        if (this.entries[e] === cell) {
          members.push(i)
          break
        }
    }
    this.work += kernel.size * 10
    return members
  }
  private readonly members: number[] = []
}

function grown<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from)
  return to
}
