// Shifts that compete for the same people: those whom only people of one circle can work, over some days.
import type { Frame } from '../model/frame.ts'
import { periodTable } from '../rules/kit/periods.ts'
import type { RuleInForce } from '../rules/rules-in-force.ts'
import { openPairs } from './person-limits.ts'

/** Rules about who a person is: a circle is told by these, not by a day somebody is away. */
const lasting: ReadonlySet<string> = new Set(['required-skill', 'site-eligibility', 'prohibited-employee'])

/** By shift: the people whom its lasting rules leave, as a bit row of words. */
function circlesOf(frame: Frame, rules: readonly RuleInForce[]): Uint32Array[] {
  const words = (frame.employeeCount + 31) >> 5
  const circles = Array.from({ length: frame.shiftCount }, () => new Uint32Array(words))
  const own = rules.filter(({ rule }) => lasting.has(rule.id))
  const shifts = [...circles.keys()]
  for (let employee = 0; employee < frame.employeeCount; employee++)
    for (const shift of openPairs(frame.problem, own, employee, shifts))
      circles[shift]![employee >> 5]! |= 1 << (employee & 31)
  return circles
}

const isWithin = (inner: Uint32Array, outer: Uint32Array) => inner.every((word, index) => (word & ~outer[index]!) === 0)

export interface Family {
  shifts: readonly number[]
  /** Which circle it belongs to, and whether it is all of it. */
  circle: number
  isWhole: boolean
}

/**
 * For each circle of a shift in `open`: the shifts that only its people can work, week by week and day by day where
 * something is open, then whole. Small ones first, each set once.
 */
export function familiesOf(frame: Frame, rules: readonly RuleInForce[], open: readonly number[]): Family[] {
  const circles = circlesOf(frame, rules)
  const weeks = periodTable(frame, 'week', 0)
  const found = new Map<string, Family>()
  const seen = new Set<string>()
  for (const shift of open) {
    const circle = circles[shift]!
    if (seen.has(circle.join())) continue
    seen.add(circle.join())
    const family = [...circles.keys()].filter((other) => isWithin(circles[other]!, circle))
    const note = (shifts: readonly number[]) => {
      const isWhole = shifts.length === family.length
      if (!found.has(shifts.join())) found.set(shifts.join(), { shifts, circle: seen.size, isWhole })
    }
    const members = new Set(family)
    for (const day of new Set(open.filter((other) => members.has(other)).map((other) => frame.day[other]!))) {
      note(family.filter((other) => weeks.index[frame.day[other]!] === weeks.index[day]))
      for (const around of [0, 1]) note(family.filter((other) => Math.abs(frame.day[other]! - day) <= around))
    }
    note(family)
  }
  return [...found.values()].sort((a, b) => a.shifts.length - b.shifts.length)
}
