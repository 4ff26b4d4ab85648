// Upper bounds on what a line can still take: items split by the rows that limit them most.
import type { PersonLimits } from './person-limits.ts'
import type { Line } from './person-line.ts'

/** Items of which a row allows only so many; without a row only what excludes each other counts. */
export interface Part {
  row: number
  /** Every item uses at least so much of the row. */
  least: number
  /** By position in the wanted list, then by count: the most that so many of the part's items from there on can weigh together. */
  sums: readonly Float64Array[]
}

/** Splits the wanted items so that each part has the row that limits it most. Weights by item. */
export function partsOf(
  limits: PersonLimits,
  wanted: readonly number[],
  weights: ArrayLike<number>,
  line: Line,
): Part[] {
  const parts: Part[] = []
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
    parts.push({ row, least, sums: sumsFrom(limits, wanted, new Set(items), weights) })
    if (row < 0) return parts
    left = new Set([...left].filter((item) => !items.includes(item)))
  }
}

/** No line that has taken what it has can add more than this from a position on. */
export function boundFrom(parts: readonly Part[], line: Line, at: number): number {
  let bound = 0
  for (const { row, least, sums } of parts) {
    const own = sums[at]!
    const count = row < 0 ? own.length - 1 : Math.max(0, Math.floor(line.left(row) / least))
    bound += own[Math.min(count, own.length - 1)]!
  }
  return bound
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
      unit < limits.kinds.length
        ? wanted.filter((item) => item === unit)
        : wanted.filter((item) => limits.groupsOf[item]!.includes(unit))
    const isCounted = unit >= limits.kinds.length && line.isIn(unit)
    if (isCounted || own.some((item) => items.includes(item)) || setCount(limits, own) > 1) return
    items.push(...own)
    if (own.length > 0) least = Math.min(least, coefficients[index]!)
  })
  return { items: items.sort((a, b) => a - b), least }
}

/** Sets of items that all exclude each other, in order: of each, one at most can be taken. */
class Sets {
  private current: number[] = []
  private readonly limits: PersonLimits
  count = 0

  constructor(limits: PersonLimits) {
    this.limits = limits
  }

  add(item: number): void {
    const { excludes } = this.limits
    if (this.count > 0 && this.current.every((other) => excludes[item]![other] === 1)) this.current.push(item)
    else {
      this.current = [item]
      this.count++
    }
  }
}

function setCount(limits: PersonLimits, items: readonly number[]): number {
  const sets = new Sets(limits)
  for (const item of items) sets.add(item)
  return sets.count
}

function sumsFrom(
  limits: PersonLimits,
  wanted: readonly number[],
  items: ReadonlySet<number>,
  weights: ArrayLike<number>,
): Float64Array[] {
  const sets = new Sets(limits)
  const heaviest: number[] = []
  const sums: Float64Array[] = Array.from({ length: wanted.length + 1 }, () => Float64Array.of(0))
  for (let at = wanted.length - 1; at >= 0; at--) {
    const item = wanted[at]!
    sums[at] = sums[at + 1]!
    if (!items.has(item)) continue
    sets.add(item)
    heaviest[sets.count - 1] = Math.max(heaviest[sets.count - 1] ?? 0, weights[item]!)
    const own = new Float64Array(heaviest.length + 1)
    const sorted = [...heaviest].sort((a, b) => b - a)
    for (let count = 0; count < sorted.length; count++) own[count + 1] = own[count]! + sorted[count]!
    sums[at] = own
  }
  return sums
}
