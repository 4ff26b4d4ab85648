// How many heads of some shifts must stay open: what the shifts need, less what each person could work of them at most.
import type { Frame } from '../model/frame.ts'
import type { RuleInForce } from '../rules/rules-in-force.ts'
import type { Effort } from './effort.ts'
import { type BestLine, bestLine } from './person-capacity.ts'
import { type PersonLimits, personLimits } from './person-limits.ts'

/** Effort for one pair of a person and a shift, for one kind in a line to grow, and for one branch of it; measured against each other. */
const pairEffort = 60
const kindEffort = 50
const branchEffort = 2

/** What would be missing if heads of each shift counted as much as its price. */
export interface Relaxed {
  /** No roster misses less, by prices. */
  missing: number
  /** By shift: people who take it in the heaviest lines; shifts of one kind and price share theirs. */
  taken: Float64Array
}

/** Bounds for subsets of one family of shifts under one set of personal rules. */
export class CoverBound {
  private readonly limits: readonly PersonLimits[]
  private readonly frame: Frame
  private readonly effort: Effort
  /** By person: capacities by which items are wanted. */
  private readonly known: readonly Map<string, number>[]

  private constructor(frame: Frame, limits: readonly PersonLimits[], effort: Effort) {
    this.frame = frame
    this.limits = limits
    this.effort = effort
    this.known = limits.map(() => new Map())
  }

  /** Whether the effort suffices to open bounds on so many shifts, and so many `times` over. */
  static isAffordable(frame: Frame, family: readonly number[], effort: Effort, times: number): boolean {
    return effort.affords(frame.employeeCount * family.length * pairEffort, times)
  }

  /** Null when the effort does not suffice. */
  static open(
    frame: Frame,
    rules: readonly RuleInForce[],
    family: readonly number[],
    effort: Effort,
  ): CoverBound | null {
    const { problem, pins } = frame
    const keepsPins = rules.some(({ rule }) => rule.id === 'pinned')
    const limits: PersonLimits[] = []
    for (let employee = 0; employee < frame.employeeCount; employee++) {
      if (!effort.spend(family.length * pairEffort)) return null
      const own = personLimits(problem, rules, employee, family, keepsPins ? pins[employee]! : [])
      effort.use(own.kinds.length * kindEffort)
      limits.push(own)
    }
    return new CoverBound(frame, limits, effort)
  }

  /** Heads that no roster can fill, at least; null when the effort has run out. */
  missing(shifts: readonly number[]): number | null {
    const wanted = this.wantedOf(shifts)
    let left = shifts.reduce((sum, shift) => sum + this.headsOf(shift), 0)
    for (const employee of this.limits.keys()) {
      const capacity = this.capacity(employee, wanted)
      if (capacity === null) return null
      left -= capacity
    }
    return left
  }

  /** The same with a price from 0 to 1 on each shift's heads; null when the effort has run out. */
  relaxed(prices: Float64Array): Relaxed | null {
    let missing = prices.reduce((sum, price, shift) => sum + price * this.headsOf(shift), 0)
    const taken = new Float64Array(prices.length)
    for (const own of this.limits) {
      const weights = own.kinds.map((kind) => kind.reduce((most, shift) => Math.max(most, prices[shift]!), 0))
      const best = this.grow(own, weights)
      if (best === null) return null
      const { weightMax, items } = best
      missing -= weightMax
      for (const item of items) {
        const dearest = own.kinds[item]!.filter((shift) => prices[shift] === weights[item])
        for (const shift of dearest) taken[shift] = taken[shift]! + 1 / dearest.length
      }
    }
    return { missing, taken }
  }

  /** People who could work at least one of the shifts. */
  peopleFor(shifts: readonly number[]): number[] {
    const wanted = this.wantedOf(shifts)
    return [...this.limits.keys()].filter((employee) =>
      this.limits[employee]!.kinds.some((kind) => kind.some((shift) => wanted[shift] === 1)),
    )
  }

  headsOf(shift: number): number {
    return this.frame.problem.shifts[shift]!.heads.min
  }

  private wantedOf(shifts: readonly number[]): Uint8Array {
    const wanted = new Uint8Array(this.frame.shiftCount)
    for (const shift of shifts) wanted[shift] = 1
    return wanted
  }

  private capacity(employee: number, wanted: Uint8Array): number | null {
    const own = this.limits[employee]!
    const weights = own.kinds.map((kind) => (kind.some((shift) => wanted[shift] === 1) ? 1 : 0))
    const key = weights.join('')
    const known = this.known[employee]!.get(key)
    if (!this.effort.spend(own.kinds.length)) return null
    if (known !== undefined) return known
    const best = this.grow(own, weights)
    if (best !== null) this.known[employee]!.set(key, best.weightMax)
    return best?.weightMax ?? null
  }

  private grow(own: PersonLimits, weights: readonly number[]): BestLine | null {
    if (!this.effort.spend(own.kinds.length * kindEffort)) return null
    const best = bestLine(own, weights)
    this.effort.use(best.branches * branchEffort)
    return best
  }
}
