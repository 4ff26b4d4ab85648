/**
 * Convex piecewise linear costs of the heads in cells, flat: cell `c` has the breakpoints
 * `points[pointStart[c] … pointStart[c + 1]]` (rising) and one slope more than breakpoints, rising, from `slopeStart[c]` on;
 * `atZero[c]` is its cost without any head.
 */
export class CellCosts {
  readonly count: number
  readonly pointStart: Int32Array
  readonly points: Float64Array
  readonly slopeStart: Int32Array
  readonly slopes: Float64Array
  readonly atZero: Float64Array

  constructor(cells: readonly { points: readonly number[]; slopes: readonly number[]; atZero: number }[]) {
    this.count = cells.length
    this.pointStart = new Int32Array(cells.length + 1)
    this.slopeStart = new Int32Array(cells.length + 1)
    cells.forEach((cell, c) => {
      this.pointStart[c + 1] = this.pointStart[c]! + cell.points.length
      this.slopeStart[c + 1] = this.slopeStart[c]! + cell.points.length + 1
    })
    this.points = Float64Array.from(cells.flatMap((cell) => cell.points))
    this.slopes = Float64Array.from(cells.flatMap((cell) => cell.slopes))
    this.atZero = Float64Array.from(cells, (cell) => cell.atZero)
  }

  /** Cost of cell `c` with `heads` heads, fractional ones included. */
  at(c: number, heads: number): number {
    let cost = this.atZero[c]!
    let from = 0
    let slope = this.slopeStart[c]!
    for (let i = this.pointStart[c]!, end = this.pointStart[c + 1]!; i < end; i++, slope++) {
      const point = this.points[i]!
      if (heads <= point) break
      if (point > from) {
        cost += this.slopes[slope]! * (point - from)
        from = point
      }
    }
    return cost + this.slopes[slope]! * (heads - from)
  }

  /** Least value of cost minus `price` × heads over at least `from` heads, at most `to`: the cell's part of a Lagrangian bound. */
  conjugate(c: number, price: number, from: number, to: number): number {
    let least = Math.min(this.at(c, from) - price * from, this.at(c, to) - price * to)
    for (let i = this.pointStart[c]!, end = this.pointStart[c + 1]!; i < end; i++) {
      const point = this.points[i]!
      if (point > from && point < to) least = Math.min(least, this.at(c, point) - price * point)
    }
    return least
  }

  /** The chosen cells alone, as seen by people who come on top of `heads` that are already there. */
  residual(cells: ArrayLike<number>, heads: Float64Array): CellCosts {
    return new CellCosts(
      Array.from(cells, (c) => {
        const points: number[] = []
        const slopes: number[] = []
        const first = this.slopeStart[c]!
        const count = this.pointStart[c + 1]! - this.pointStart[c]!
        for (let i = 0; i <= count; i++) {
          const point = i < count ? this.points[this.pointStart[c]! + i]! - heads[c]! : Number.POSITIVE_INFINITY
          if (point <= 0) continue
          slopes.push(this.slopes[first + i]!)
          if (i < count) points.push(point)
        }
        return { points, slopes, atZero: this.at(c, heads[c]!) }
      }),
    )
  }
}
