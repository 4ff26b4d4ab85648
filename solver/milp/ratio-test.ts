// How far a pivot goes: basic lines fall to zero, and cells meet breakpoints on the way. A breakpoint is passed for as long as the
// cost still falls behind it, so one pivot makes many steps of an ordinary one.
// Source: R. Fourer, "A simplex algorithm for piecewise-linear programming I" (1985).
import type { Basis } from './basis.ts'

const pivotTolerance = 1e-8

interface Event {
  /** Length of the step at which the cell meets the breakpoint. */
  t: number
  cell: number
  /** What the cost's rate gains there. */
  jump: number
  up: boolean
}

export class RatioTest {
  /** Change of a cell's heads per unit of the step; the caller sets what the entering line itself adds. */
  readonly cellRate: Float64Array
  /** Length of the step. */
  reach = 0
  /** The basic line that falls to zero first, or -1. */
  leaving = -1
  /** The cell that stops the step, or -1, and whether it stops upwards. */
  stopCell = -1
  stopUp = false
  /** The cost's rate at the step's end. */
  rate = 0
  /** The first `passed` events are breakpoints that were passed. */
  readonly events: Event[] = []
  passed = 0
  private readonly touched: Int32Array
  private touchedCount = 0
  private readonly basis: Basis

  constructor(basis: Basis) {
    this.basis = basis
    this.cellRate = new Float64Array(basis.cells.count)
    this.touched = new Int32Array(basis.cells.count)
  }

  /**
   * Finds the step along `direction` (change of the basic values per unit), whose cost changes at `startRate` at first.
   * `entering` is the tight cell that is let go, or -1; `sign` says which way. False when nothing ends the step.
   */
  run(direction: Float64Array, startRate: number, entering: number, sign: number): boolean {
    this.findLeaving(direction)
    this.findEvents(entering, sign)
    const { events } = this
    this.rate = startRate
    this.stopCell = -1
    for (this.passed = 0; this.passed < events.length; this.passed++) {
      const event = events[this.passed]!
      this.rate += event.jump
      if (this.rate < -1e-12) continue
      this.rate -= event.jump
      this.stopCell = event.cell
      this.stopUp = event.up
      this.reach = event.t
      break
    }
    return this.stopCell >= 0 || this.leaving >= 0
  }

  /** Moves the heads of the cells that are not tight. */
  moveCells(): void {
    const { activity } = this.basis.cells
    for (let i = 0; i < this.touchedCount; i++) {
      const c = this.touched[i]!
      activity[c]! += this.cellRate[c]! * this.reach
    }
  }

  /** Breakpoints of `cell` that were passed. */
  passedOf(cell: number): number {
    let count = 0
    for (let i = 0; i < this.passed; i++) if (this.events[i]!.cell === cell) count++
    return count
  }

  private findLeaving(direction: Float64Array): void {
    const { cellRate, basis } = this
    const { kernel, x, peopleCount } = basis
    const { start, entries } = basis.columns
    let leaving = -1
    let reach = Number.POSITIVE_INFINITY
    for (let i = 0; i < kernel.size; i++) {
      const d = direction[i]!
      if (d > -pivotTolerance && d < pivotTolerance) continue
      const basic = kernel.columns[i]!
      for (let e = start[basic]!, end = start[basic + 1]!; e < end; e++) {
        const c = entries[e]!
        if (kernel.position[peopleCount + c]! < 0) cellRate[c]! += d
      }
      if (d >= 0) continue
      const t = Math.max(0, x[i]!) / -d
      if (t < reach - 1e-12 || (t < reach + 1e-12 && leaving >= 0 && d < direction[leaving]!)) {
        reach = t
        leaving = i
      }
    }
    this.leaving = leaving
    this.reach = reach
  }

  private findEvents(entering: number, sign: number): void {
    const { cellRate, touched, events } = this
    events.length = 0
    this.touchedCount = 0
    for (let c = 0; c < cellRate.length; c++) {
      let rate = cellRate[c]!
      if (c === entering) rate = sign
      else if (rate > -1e-9 && rate < 1e-9) continue
      else touched[this.touchedCount++] = c
      this.pushEvents(c, rate, c === entering)
    }
    events.sort((a, b) => a.t - b.t || a.cell - b.cell)
  }

  /** Breakpoints that `cell` meets within reach when it changes at `rate`. */
  private pushEvents(cell: number, rate: number, isEntering: boolean): void {
    const { events } = this
    const { cells } = this.basis
    const { slopes, slopeStart } = cells.costs
    const points = cells.pointsOf(cell)
    const here = cells.activity[cell]!
    const first = slopeStart[cell]!
    const up = rate > 0
    let point = up ? cells.segment[cell]! + (isEntering ? 1 : 0) : cells.segment[cell]! - 1
    for (; point >= 0 && point < points; point += up ? 1 : -1) {
      const t = Math.max(0, (cells.breakpoint(cell, point) - here) / rate)
      if (t >= this.reach) return
      const jump = (slopes[first + point + 1]! - slopes[first + point]!) * Math.abs(rate)
      events.push({ t, cell, jump, up })
    }
  }
}
