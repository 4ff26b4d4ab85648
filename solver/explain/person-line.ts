// One person's line as a proof grows it: items taken, and what they use of each row.
import type { PersonLimits } from './person-limits.ts'

export class Line {
  private readonly limits: PersonLimits
  private readonly taken: number[] = []
  private readonly used: Float64Array
  private readonly groups: Int32Array

  constructor(limits: PersonLimits) {
    this.limits = limits
    this.used = new Float64Array(limits.rows.length)
    this.groups = new Int32Array(limits.groupCount)
  }

  items(): number[] {
    return [...this.taken]
  }

  /** Whether an item of the group is taken. */
  isIn(unit: number): boolean {
    return this.groups[unit - this.limits.kinds.length]! > 0
  }

  left(row: number): number {
    return this.limits.rows[row]!.bound - this.used[row]!
  }

  /** Takes the item when it fits. */
  take(item: number): boolean {
    const excluded = this.limits.excludes[item]!
    for (const other of this.taken) if (excluded[other] === 1) return false
    this.taken.push(item)
    if (this.count(item, 1)) return true
    this.drop(item)
    return false
  }

  drop(item: number): void {
    this.taken.splice(this.taken.lastIndexOf(item), 1)
    this.count(item, -1)
  }

  private count(item: number, sign: 1 | -1): boolean {
    const { rowsOf, groupsOf, kinds } = this.limits
    let fits = this.use(rowsOf[item]!, sign)
    for (const unit of groupsOf[item]!) {
      const group = unit - kinds.length
      const before = this.groups[group]!
      this.groups[group] = before + sign
      if (sign === 1 ? before === 0 : before === 1) fits = this.use(rowsOf[unit]!, sign) && fits
    }
    return fits
  }

  private use(rows: readonly (readonly [number, number])[], sign: 1 | -1): boolean {
    let fits = true
    for (const [row, coefficient] of rows) {
      this.used[row] = this.used[row]! + sign * coefficient
      if (this.left(row) < 0) fits = false
    }
    return fits
  }
}
