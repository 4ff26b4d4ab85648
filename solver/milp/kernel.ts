// The dense inverse behind CoverSimplex. Active rows are people (0 … people - 1) and tight cells (people + cell); as many
// basic columns. `inverse[k * stride + i]` maps active row k to basic column i, so that columns of the inverse lie together.
import type { LineColumns } from './line-columns.ts'

/** Keeps inverse, duals and the two index lists through the four kinds of pivots; each costs at most size² operations. */
export class Kernel {
  size = 0
  readonly rows: Int32Array
  readonly columns: Int32Array
  /** Place of a row among the active ones, or -1. */
  readonly position: Int32Array
  readonly dual: Float64Array
  private readonly people: number
  private stride: number
  private inverse: Float64Array
  private readonly sums: Float64Array
  private work = 0

  constructor(people: number, cells: number) {
    const capacity = people + cells
    this.people = people
    this.rows = new Int32Array(capacity + 1)
    this.columns = new Int32Array(capacity + 1)
    this.position = new Int32Array(capacity).fill(-1)
    this.dual = new Float64Array(capacity + 1)
    this.sums = new Float64Array(capacity + 1)
    this.stride = Math.min(capacity + 1, 2 * people + 32)
    this.inverse = new Float64Array(this.stride * this.stride)
    for (let p = 0; p < people; p++) {
      this.rows[p] = p
      this.position[p] = p
    }
    this.size = people
  }

  takeWork(): number {
    const done = this.work
    this.work = 0
    return done
  }

  /** Back to one column per person: `first` names them. */
  reset(first: ArrayLike<number>): void {
    for (let k = 0; k < this.size; k++) this.position[this.rows[k]!] = -1
    this.size = this.people
    for (let p = 0; p < this.people; p++) {
      this.rows[p] = p
      this.position[p] = p
      this.place(p, first[p]!)
    }
  }

  place(i: number, column: number): void {
    this.columns[i] = column
  }

  /** out += factor × the inverse's column of `row`, when that row is active. */
  addColumn(row: number, factor: number, out: Float64Array): void {
    const k = this.position[row]!
    if (k < 0) return
    const { inverse, size } = this
    const at = k * this.stride
    for (let i = 0; i < size; i++) out[i]! += factor * inverse[at + i]!
    this.work += size
  }

  /** Duals after the slope of a cell that is not tight rose by `delta`. `members` are the basic columns that use it. */
  addSlope(members: readonly number[], delta: number): void {
    this.sumRows(members)
    for (let k = 0; k < this.size; k++) this.dual[k]! += delta * this.sums[k]!
  }

  /** Column `column` replaces the basic column at `r`; `direction` is the change of the basic values per unit. */
  swapColumn(r: number, column: number, rate: number, direction: Float64Array): boolean {
    const { inverse, size, stride, dual } = this
    const pivot = -direction[r]!
    for (let k = 0; k < size; k++) {
      const at = k * stride
      const value = inverse[at + r]! / pivot
      if (value === 0) continue
      for (let i = 0; i < size; i++) inverse[at + i]! += direction[i]! * value
      inverse[at + r] = value
      dual[k]! += rate * value
      this.work += size
    }
    this.place(r, column)
    return pivot > 1e-6
  }

  /** `cell` becomes tight (its heads changed at `cellRate`) and `column` enters. `slope` is the cell's slope until now. */
  grow(
    cell: number,
    members: readonly number[],
    column: number,
    rate: number,
    cellRate: number,
    direction: Float64Array,
    slope: number,
  ): boolean {
    if (this.size + 1 >= this.stride) this.widen()
    this.sumRows(members)
    const { inverse, size, stride, dual, sums } = this
    for (let k = 0; k < size; k++) {
      const at = k * stride
      const value = -sums[k]! / cellRate
      inverse[at + size] = value
      if (value === 0) continue
      for (let i = 0; i < size; i++) inverse[at + i]! += direction[i]! * value
      dual[k]! += rate * value
      this.work += size
    }
    const at = size * stride
    for (let i = 0; i < size; i++) inverse[at + i] = direction[i]! / cellRate
    inverse[at + size] = 1 / cellRate
    dual[size] = -slope + rate / cellRate
    this.rows[size] = this.people + cell
    this.position[this.people + cell] = size
    this.place(size, column)
    this.size++
    return Math.abs(cellRate) > 1e-6
  }

  /** The tight cell at `kc` is let go (its dual becomes `target`) and `cell` becomes tight in its place. */
  swapRow(kc: number, cell: number, members: readonly number[], target: number, slope: number): boolean {
    this.sumRows(members)
    const { inverse, size, stride, dual, sums } = this
    const pivot = sums[kc]!
    const gamma = (target - dual[kc]!) / pivot
    const from = kc * stride
    for (let k = 0; k < size; k++) {
      const value = sums[k]! / pivot
      if (value === 0 || k === kc) continue
      const at = k * stride
      for (let i = 0; i < size; i++) inverse[at + i]! -= inverse[from + i]! * value
      dual[k]! += gamma * sums[k]!
      this.work += size
    }
    for (let i = 0; i < size; i++) inverse[from + i]! /= pivot
    dual[kc] = -slope - gamma
    this.position[this.rows[kc]!] = -1
    this.rows[kc] = this.people + cell
    this.position[this.people + cell] = kc
    return Math.abs(pivot) > 1e-6
  }

  /** The tight cell at `kc` is let go (its dual becomes `target`) and the basic column at `r` leaves. */
  shrink(r: number, kc: number, target: number): boolean {
    const { inverse, size, stride, dual } = this
    const from = kc * stride
    const pivot = inverse[from + r]!
    const gamma = (target - dual[kc]!) / pivot
    for (let k = 0; k < size; k++) {
      const at = k * stride
      const value = inverse[at + r]!
      if (value === 0 || k === kc) continue
      dual[k]! += gamma * value
      const factor = value / pivot
      for (let i = 0; i < size; i++) inverse[at + i]! -= inverse[from + i]! * factor
      this.work += size
    }
    const last = size - 1
    this.position[this.rows[kc]!] = -1
    if (kc !== last) {
      inverse.copyWithin(from, last * stride, last * stride + size)
      dual[kc] = dual[last]!
      this.rows[kc] = this.rows[last]!
      this.position[this.rows[kc]!] = kc
    }
    if (r !== last) {
      for (let k = 0; k < last; k++) inverse[k * stride + r] = inverse[k * stride + last]!
      this.place(r, this.columns[last]!)
    }
    this.size = last
    return Math.abs(pivot) > 1e-6
  }

  /** values = inverse × rhs. */
  multiply(rhs: Float64Array, values: Float64Array): void {
    const { inverse, size, stride } = this
    values.fill(0, 0, size)
    for (let k = 0; k < size; k++) {
      const factor = rhs[k]!
      if (factor === 0) continue
      for (let i = 0; i < size; i++) values[i]! += factor * inverse[k * stride + i]!
    }
    this.work += size * size
  }

  /** Duals of the given basic costs. */
  readDuals(costs: Float64Array): void {
    const { inverse, size, stride } = this
    for (let k = 0; k < size; k++) {
      let sum = 0
      for (let i = 0; i < size; i++) sum += costs[i]! * inverse[k * stride + i]!
      this.dual[k] = sum
    }
    this.work += size * size
  }

  /** Inverts from the columns (person row first, then cells) by Gauss-Jordan elimination with row choice. False when singular. */
  invert({ person, start, entries }: LineColumns): boolean {
    const { size, position, people } = this
    const n = size
    const width = 2 * n
    const m = new Float64Array(n * width)
    for (let i = 0; i < n; i++) {
      const column = this.columns[i]!
      m[position[person[column]!]! * width + i] = 1
      for (let e = start[column]!, end = start[column + 1]!; e < end; e++) {
        const k = position[people + entries[e]!]!
        if (k >= 0) m[k * width + i] = 1
      }
    }
    for (let k = 0; k < n; k++) m[k * width + n + k] = 1
    const order = new Int32Array(n)
    const used = new Uint8Array(n)
    for (let i = 0; i < n; i++) {
      let pick = -1
      let size = 1e-7
      for (let k = 0; k < n; k++) {
        const value = Math.abs(m[k * width + i]!)
        if (used[k] === 0 && value > size) {
          size = value
          pick = k
        }
      }
      if (pick < 0) return false
      used[pick] = 1
      order[i] = pick
      const from = pick * width
      const pivot = m[from + i]!
      if (pivot !== 1) for (let j = i; j < width; j++) m[from + j]! /= pivot
      for (let k = 0; k < n; k++) {
        const factor = m[k * width + i]!
        if (factor === 0 || k === pick) continue
        const at = k * width
        for (let j = i; j < width; j++) m[at + j]! -= factor * m[from + j]!
        this.work += width - i
      }
    }
    for (let i = 0; i < n; i++) {
      const from = order[i]! * width + n
      for (let k = 0; k < n; k++) this.inverse[k * this.stride + i] = m[from + k]!
    }
    return true
  }

  private sumRows(members: readonly number[]): void {
    const { inverse, size, stride, sums } = this
    for (let k = 0; k < size; k++) {
      let sum = 0
      for (let j = 0; j < members.length; j++) sum += inverse[k * stride + members[j]!]!
      sums[k] = sum
    }
    this.work += size * (members.length + 1)
  }

  private widen(): void {
    const wide = Math.min(this.rows.length + 1, this.stride * 2)
    const larger = new Float64Array(wide * wide)
    for (let k = 0; k < this.size; k++)
      larger.set(this.inverse.subarray(k * this.stride, k * this.stride + this.size), k * wide)
    this.inverse = larger
    this.stride = wide
  }
}
