// A basis of the master: as many lines as active rows (people, and cells that stand on a breakpoint), their values and the duals.
import type { CellCosts } from './cell-costs.ts'
import { CellLevels } from './cell-levels.ts'
import { Kernel } from './kernel.ts'
import { LineColumns } from './line-columns.ts'

export class Basis {
  readonly peopleCount: number
  readonly columns: LineColumns
  readonly cells: CellLevels
  readonly kernel: Kernel
  /** Value of the basic line in each place of the kernel. */
  readonly x: Float64Array
  /** Dual of a person's convexity row. */
  readonly sigma: Float64Array
  private readonly scratch: Float64Array
  private readonly members: number[] = []
  private work = 0

  /** As CoverSimplex takes them. */
  constructor(costs: CellCosts, first: readonly { cost: number; cells: ArrayLike<number> }[], shiftOf: () => number) {
    const people = first.length
    this.peopleCount = people
    this.cells = new CellLevels(costs, shiftOf)
    this.columns = new LineColumns(people)
    this.kernel = new Kernel(people, costs.count)
    this.x = new Float64Array(people + costs.count + 1)
    this.scratch = new Float64Array(people + costs.count + 1)
    this.sigma = new Float64Array(people)
    for (const [p, line] of first.entries()) this.kernel.place(p, this.columns.add(p, line.cost, line.cells))
    this.refactor()
  }

  /** Elementary operations since the last call, for budgets. */
  takeWork(): number {
    const done = this.work + this.kernel.takeWork()
    this.work = 0
    return done
  }

  /** Does the cell stand on a breakpoint? */
  isTight(cell: number): boolean {
    return this.kernel.position[this.peopleCount + cell]! >= 0
  }

  reducedCost(column: number): number {
    const { columns } = this
    return columns.priced(column, this.cells.price, columns.cost[column]! - this.sigma[columns.person[column]!]!)
  }

  /** How far rounding has carried values and duals of the basis from what they must be. */
  drift(): number {
    const { kernel, x, peopleCount } = this
    const sums = new Float64Array(peopleCount)
    let worst = 0
    for (let i = 0; i < kernel.size; i++) {
      const column = kernel.columns[i]!
      sums[this.columns.person[column]!]! += x[i]!
      worst = Math.max(worst, 0.01 * Math.abs(this.reducedCost(column)), -x[i]!)
    }
    for (let p = 0; p < peopleCount; p++) worst = Math.max(worst, Math.abs(sums[p]! - 1))
    this.work += kernel.size * 20
    return worst
  }

  /** Takes over the kernel's duals: of people, and as prices of tight cells. */
  readDuals(): void {
    const { kernel, peopleCount } = this
    for (let k = 0; k < kernel.size; k++) {
      const row = kernel.rows[k]!
      if (row < peopleCount) this.sigma[row] = kernel.dual[k]!
      else this.cells.price[row - peopleCount] = -kernel.dual[k]!
    }
  }

  /** Inverts the kernel anew and recomputes values and duals: rounding does not pile up. */
  refactor(): void {
    const { kernel, cells, peopleCount, x } = this
    if (!kernel.invert(this.columns)) this.restart()
    const rhs = this.scratch
    for (let k = 0; k < kernel.size; k++) {
      const row = kernel.rows[k]!
      if (row < peopleCount) rhs[k] = 1
      else {
        cells.snap(row - peopleCount)
        rhs[k] = cells.activity[row - peopleCount]!
      }
    }
    kernel.multiply(rhs, x)
    for (let c = 0; c < cells.count; c++) if (!this.isTight(c)) cells.activity[c] = 0
    this.forEachLooseCell((i, c) => {
      cells.activity[c]! += x[i]!
    })
    for (let c = 0; c < cells.count; c++) if (!this.isTight(c)) cells.locate(c)
    const basicCost = this.scratch
    for (let i = 0; i < kernel.size; i++) basicCost[i] = this.columns.cost[kernel.columns[i]!]!
    this.forEachLooseCell((i, c) => {
      basicCost[i]! += this.cells.price[c]!
    })
    kernel.readDuals(basicCost)
    this.readDuals()
  }

  /** Places in the basis of the columns that use `cell`. */
  membersOf(cell: number): readonly number[] {
    const { kernel, members, columns } = this
    members.length = 0
    for (let i = 0; i < kernel.size; i++) if (columns.uses(kernel.columns[i]!, cell)) members.push(i)
    this.work += kernel.size * 10
    return members
  }
  /** After a singular kernel: one column per person, the one of greatest value, and no tight cell. */
  private restart(): void {
    const { kernel, peopleCount, columns } = this
    const first = new Int32Array(peopleCount).fill(-1)
    const value = new Float64Array(peopleCount).fill(Number.NEGATIVE_INFINITY)
    for (let i = 0; i < kernel.size; i++) {
      const p = columns.person[kernel.columns[i]!]!
      if (this.x[i]! <= value[p]!) continue
      value[p] = this.x[i]!
      first[p] = kernel.columns[i]!
    }
    for (let p = 0; p < peopleCount; p++) if (first[p]! < 0) first[p] = columns.of(p)[0]!
    kernel.reset(first)
    if (!kernel.invert(columns)) throw new Error('a basis of one line per person is singular')
  }

  /** Every cell that is not tight of every basic line, by the line's place in the basis. */
  private forEachLooseCell(visit: (place: number, cell: number) => void): void {
    const { kernel } = this
    const { start, entries } = this.columns
    for (let i = 0; i < kernel.size; i++) {
      const column = kernel.columns[i]!
      for (let e = start[column]!, end = start[column + 1]!; e < end; e++)
        if (!this.isTight(entries[e]!)) visit(i, entries[e]!)
    }
  }
}
