// How many shifts of a set one person can work at most: branch and bound over the person's limits.
import type { PersonLimits } from './person-limits.ts'

/** Branches before the bound alone is answered, which is never too low. */
const nodesMax = 4000

/** The most of the wanted shifts that a line within the limits can hold, pins worked in any case. 0 when no line is possible. */
export function personCapacity(limits: PersonLimits, isWanted: (shift: number) => boolean): number {
  if (limits.isImpossible) return 0
  const line = new Line(limits)
  for (const pin of limits.pinned) if (!line.take(pin)) return 0
  const wanted = limits.shifts.flatMap((shift, item) => (isWanted(shift) && !line.holds(item) ? [item] : []))
  const held = limits.pinned.filter((pin) => isWanted(limits.shifts[pin]!)).length
  const parts = partsOf(limits, wanted, line)
  const rest = wanted.map((_, at) => boundFrom(parts, line, at))
  const most = rest[0] ?? 0
  let best = 0
  let nodes = 0
  const grow = (at: number, count: number) => {
    if (count > best) best = count
    if (best === most || at === wanted.length || nodes++ > nodesMax) return
    if (count + boundFrom(parts, line, at) <= best) return
    if (line.take(wanted[at]!)) {
      grow(at + 1, count + 1)
      line.drop(wanted[at]!)
    }
    grow(at + 1, count)
  }
  grow(0, 0)
  return held + (nodes > nodesMax ? most : best)
}

/** Whether the person can work all pins within the limits. */
export function canHoldPins(limits: PersonLimits): boolean {
  const line = new Line(limits)
  return !limits.isImpossible && limits.pinned.every((pin) => line.take(pin))
}

/** Items taken, with what they use of each row. */
class Line {
  private readonly limits: PersonLimits
  private readonly taken: Uint8Array
  private readonly used: Float64Array
  private readonly groups: Int32Array

  constructor(limits: PersonLimits) {
    this.limits = limits
    this.taken = new Uint8Array(limits.shifts.length)
    this.used = new Float64Array(limits.rows.length)
    this.groups = new Int32Array(limits.groupCount)
  }

  holds(item: number): boolean {
    return this.taken[item] === 1
  }

  /** Whether an item of the group is taken. */
  isIn(unit: number): boolean {
    return this.groups[unit - this.limits.shifts.length]! > 0
  }

  left(row: number): number {
    return this.limits.rows[row]!.bound - this.used[row]!
  }

  /** Takes the item when it fits. */
  take(item: number): boolean {
    const { excludes, shifts } = this.limits
    for (let other = 0; other < shifts.length; other++)
      if (this.taken[other] === 1 && excludes[item]![other] === 1) return false
    this.taken[item] = 1
    if (this.count(item, 1)) return true
    this.drop(item)
    return false
  }

  drop(item: number): void {
    this.taken[item] = 0
    this.count(item, -1)
  }

  private count(item: number, sign: 1 | -1): boolean {
    const { rowsOf, groupsOf, shifts } = this.limits
    let fits = this.use(rowsOf[item]!, sign)
    for (const unit of groupsOf[item]!) {
      const group = unit - shifts.length
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

/** Items of which a row allows only so many; without a row only what excludes each other counts. */
interface Part {
  row: number
  least: number
  /** By position in the wanted list: how many of the part's items from there on can stand beside each other at most. */
  sets: Int32Array
}

/** Splits the wanted items so that each part has the row that limits it most. */
function partsOf(limits: PersonLimits, wanted: readonly number[], line: Line): Part[] {
  const parts: Part[] = []
  const positionOf = new Map(wanted.map((item, position) => [item, position]))
  const candidates = limits.rows.map((_, row) => itemsUnder(limits, row, wanted, line))
  let left = new Set(wanted)
  for (;;) {
    let found: { row: number; items: number[]; least: number; saved: number } | null = null
    candidates.forEach(({ items, least }, row) => {
      const own = items.filter((item) => left.has(item))
      if (own.length < 2) return
      const saved = setCount(limits, own) - Math.max(0, Math.floor(line.left(row) / least))
      if (saved > (found?.saved ?? 0)) found = { row, items: own, least, saved }
    })
    const { row, items, least } = found ?? { row: -1, items: [...left], least: 1 }
    parts.push({ row, least, sets: suffixCounts(limits, items, positionOf, wanted.length) })
    if (row < 0) return parts
    left = new Set([...left].filter((item) => !items.includes(item)))
  }
}

/** Wanted items of which each uses at least `least` of a row. A group counts by its items where those exclude each other. */
function itemsUnder(
  limits: PersonLimits,
  row: number,
  wanted: readonly number[],
  line: Line,
): { items: number[]; least: number } {
  const items: number[] = []
  let least = Number.POSITIVE_INFINITY
  const { units, coefficients } = limits.rows[row]!
  units.forEach((unit, index) => {
    const own =
      unit < limits.shifts.length
        ? wanted.filter((item) => item === unit)
        : wanted.filter((item) => limits.groupsOf[item]!.includes(unit))
    const isCounted = unit >= limits.shifts.length && line.isIn(unit)
    if (isCounted || own.some((item) => items.includes(item)) || setCount(limits, own) > 1) return
    items.push(...own)
    if (own.length > 0) least = Math.min(least, coefficients[index]!)
  })
  return { items: items.sort((a, b) => a - b), least }
}

/** At most so many of the items can be taken together: sets of items that all exclude each other, one of each. */
function setCount(limits: PersonLimits, items: readonly number[]): number {
  let sets = 0
  let current: number[] = []
  for (const item of items) {
    if (sets > 0 && current.every((other) => limits.excludes[item]![other] === 1)) current.push(item)
    else {
      current = [item]
      sets++
    }
  }
  return sets
}

function suffixCounts(
  limits: PersonLimits,
  items: readonly number[],
  positionOf: ReadonlyMap<number, number>,
  length: number,
): Int32Array {
  const counts = new Int32Array(length + 1)
  const sorted = [...items].sort((a, b) => a - b)
  for (let at = length - 1, next = sorted.length - 1, sets = 0, current: number[] = []; at >= 0; at--) {
    const item = sorted[next]
    if (item !== undefined && positionOf.get(item) === at) {
      if (sets > 0 && current.every((other) => limits.excludes[item]![other] === 1)) current.push(item)
      else {
        current = [item]
        sets++
      }
      next--
    }
    counts[at] = sets
  }
  return counts
}

function boundFrom(parts: readonly Part[], line: Line, at: number): number {
  return parts.reduce(
    (sum, { row, least, sets }) =>
      sum + (row < 0 ? sets[at]! : Math.min(sets[at]!, Math.max(0, Math.floor(line.left(row) / least)))),
    0,
  )
}
