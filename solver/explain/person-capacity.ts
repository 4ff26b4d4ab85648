// The heaviest line one person can work: branch and bound over the person's limits.
import { boundFrom, partsOf } from './line-parts.ts'
import type { PersonLimits } from './person-limits.ts'
import { Line } from './person-line.ts'

/** Branches before the bound alone is answered, which is never too low. */
const branchesMax = 4000
/** Sums of weights that are no whole numbers differ by less than this when they are the same. */
const tolerance = 1e-9

export interface BestLine {
  /** No line within the limits weighs more; 0 when no line is possible. */
  weightMax: number
  /** The heaviest line found, pins included. */
  items: readonly number[]
  branches: number
}

/** The heaviest line by weights of items (0 or more); pins are worked in any case. */
export function bestLine(limits: PersonLimits, weights: ArrayLike<number>): BestLine {
  const nothing = { weightMax: 0, items: [], branches: 0 }
  if (limits.isImpossible) return nothing
  const line = new Line(limits)
  for (const pin of limits.pinned) if (!line.take(pin)) return nothing
  const held = limits.pinned.reduce((sum, pin) => sum + weights[pin]!, 0)
  const wanted = [...limits.kinds.keys()].filter((item) => weights[item]! > 0 && !limits.pinned.includes(item))
  const parts = partsOf(limits, wanted, weights, line)
  const most = boundFrom(parts, line, 0)
  let best = 0
  let items = line.items()
  let branches = 0
  const grow = (at: number, weight: number) => {
    if (weight > best) {
      best = weight
      items = line.items()
    }
    if (best >= most - tolerance || at === wanted.length || branches++ > branchesMax) return
    if (weight + boundFrom(parts, line, at) <= best + tolerance) return
    const item = wanted[at]!
    if (line.take(item)) {
      grow(at + 1, weight + weights[item]!)
      line.drop(item)
    }
    grow(at + 1, weight)
  }
  grow(0, 0)
  return { weightMax: held + (branches > branchesMax ? most : best), items, branches }
}

/** Whether the person can work all pins within the limits. */
export function canHoldPins(limits: PersonLimits): boolean {
  const line = new Line(limits)
  return !limits.isImpossible && limits.pinned.every((pin) => line.take(pin))
}
