// How many heads of some shifts must stay open: what the shifts need, less what each person could work of them at most.
import type { Frame } from '../model/frame.ts'
import type { RuleInForce } from '../rules/rules-in-force.ts'
import type { Effort } from './effort.ts'
import { personCapacity } from './person-capacity.ts'
import { type PersonLimits, personLimits } from './person-limits.ts'

/** Bounds for subsets of one family of shifts under one set of personal rules. */
export class CoverBound {
  private readonly limits: readonly PersonLimits[]
  private readonly frame: Frame
  private readonly effort: Effort

  private constructor(frame: Frame, limits: readonly PersonLimits[], effort: Effort) {
    this.frame = frame
    this.limits = limits
    this.effort = effort
  }

  /** Null when the effort does not suffice. */
  static open(
    frame: Frame,
    rules: readonly RuleInForce[],
    family: readonly number[],
    effort: Effort,
  ): CoverBound | null {
    const { problem, pins } = frame
    if (!effort.spend((family.length ** 2 * frame.employeeCount) / 8)) return null
    const keepsPins = rules.some(({ rule }) => rule.id === 'pinned')
    const limits = problem.employees.map((_, employee) =>
      personLimits(problem, rules, employee, family, keepsPins ? pins[employee]! : []),
    )
    return new CoverBound(frame, limits, effort)
  }

  /** Heads that no roster can fill, at least; null when the effort has run out. */
  missing(shifts: readonly number[]): number | null {
    const wanted = new Set(shifts)
    const asked = this.limits.filter((own) => own.shifts.some((shift) => wanted.has(shift)))
    if (!this.effort.spend(asked.length * shifts.length * 4)) return null
    const { problem } = this.frame
    const needed = shifts.reduce((sum, shift) => sum + problem.shifts[shift]!.heads.min, 0)
    return asked.reduce((left, own) => left - personCapacity(own, (shift) => wanted.has(shift)), needed)
  }

  /** People who could work at least one of the shifts. */
  peopleFor(shifts: readonly number[]): number[] {
    const wanted = new Set(shifts)
    return this.limits.flatMap((own, employee) => (own.shifts.some((shift) => wanted.has(shift)) ? [employee] : []))
  }
}
