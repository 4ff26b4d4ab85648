// Where every cell of a master stands on its convex cost of heads: the segment its heads lie on, and that segment's slope, which
// is the cell's price. Breakpoints are shifted a little against degeneracy (P. Wolfe, 1963).
import type { CellCosts } from './cell-costs.ts'

export class CellLevels {
  readonly count: number
  readonly costs: CellCosts
  /** Marginal cost of one more head in the cell. */
  readonly price: Float64Array
  /** Segment (index of slope) of a cell off its breakpoints; for a tight cell the breakpoint's index. */
  readonly segment: Int32Array
  /** Heads, fractional ones included. */
  readonly activity: Float64Array
  private readonly shift: Float64Array

  /** `shiftOf` gives a number in (0, 1) per cell, the size of its breakpoints' shift. */
  constructor(costs: CellCosts, shiftOf: () => number) {
    this.costs = costs
    this.count = costs.count
    this.price = new Float64Array(costs.count)
    this.shift = new Float64Array(costs.count)
    for (let c = 0; c < costs.count; c++) this.shift[c] = (shiftOf() - 0.5) * 2e-5
    this.segment = new Int32Array(costs.count)
    this.activity = new Float64Array(costs.count)
  }

  /** `from` and the cost of all heads with the true breakpoints. */
  cost(from: number): number {
    let cost = from
    for (let c = 0; c < this.count; c++) cost += this.costs.at(c, this.activity[c]!)
    return cost
  }

  /** How far the shifts can move the least cost, at the cells' prices. */
  blur(): number {
    let sum = 0
    for (let c = 0; c < this.count; c++) sum += Math.abs(this.shift[c]! * this.price[c]!)
    return sum
  }

  slope(cell: number): number {
    return this.slopeAt(cell, this.segment[cell]!)
  }

  slopeAt(cell: number, segment: number): number {
    return this.costs.slopes[this.costs.slopeStart[cell]! + segment]!
  }

  /** Puts a tight cell's heads exactly on its breakpoint. */
  snap(cell: number): void {
    this.activity[cell] = this.breakpoint(cell, this.segment[cell]!)
  }

  /** Finds the segment of the cell's heads, and its price. */
  locate(cell: number): void {
    const points = this.pointsOf(cell)
    const heads = this.activity[cell]!
    let segment = 0
    while (segment < points && heads > this.breakpoint(cell, segment)) segment++
    this.segment[cell] = segment
    this.price[cell] = this.slope(cell)
  }

  pointsOf(cell: number): number {
    return this.costs.pointStart[cell + 1]! - this.costs.pointStart[cell]!
  }

  /** Heads at the cell's breakpoint number `point`, its shift included. */
  breakpoint(cell: number, point: number): number {
    return this.costs.points[this.costs.pointStart[cell]! + point]! + this.shift[cell]!
  }
}
