// Shifts that compete for the same people: those whom only people of one circle can work, over some days.
import type { Frame } from '../model/frame.ts'
import { periodTable } from '../rules/kit/periods.ts'
import type { RuleInForce } from '../rules/rules-in-force.ts'
import { openPairs } from './person-limits.ts'

/** Rules about who a person is: a circle is told by these, not by a day somebody is away. */
const lasting: ReadonlySet<string> = new Set(['required-skill', 'site-eligibility', 'prohibited-employee'])

/** By shift: the people whom its lasting rules leave, as a bit row of words. */
function circlesOf(
  frame: Frame,
  rules: readonly RuleInForce[],
  among: readonly number[],
): ReadonlyMap<number, Uint32Array> {
  const words = (frame.employeeCount + 31) >> 5
  const circles = new Map(among.map((shift) => [shift, new Uint32Array(words)]))
  const own = rules.filter(({ rule }) => lasting.has(rule.id))
  for (let employee = 0; employee < frame.employeeCount; employee++)
    for (const shift of openPairs(frame.problem, own, employee, among))
      circles.get(shift)![employee >> 5]! |= 1 << (employee & 31)
  return circles
}

const isWithin = (inner: Uint32Array, outer: Uint32Array) => inner.every((word, index) => (word & ~outer[index]!) === 0)

/** Shifts below their minimum, and how many heads they lack together. */
export interface Open {
  shifts: readonly number[]
  heads: number
}

/**
 * For each circle of an open shift: the shifts of `among` that only its people can work, week by week and day by day where something is
 * open, then whole. Each set once.
 */
export function familiesOf(
  frame: Frame,
  rules: readonly RuleInForce[],
  among: readonly number[],
  open: readonly number[],
): number[][] {
  const circles = circlesOf(frame, rules, among)
  const weeks = periodTable(frame, 'week', 0)
  const found = new Map<string, number[]>()
  const seen = new Set<string>()
  for (const shift of open) {
    const circle = circles.get(shift)!
    if (seen.has(circle.join())) continue
    seen.add(circle.join())
    const family = among.filter((other) => isWithin(circles.get(other)!, circle))
    const note = (shifts: number[]) => found.set(shifts.join(), shifts)
    const members = new Set(family)
    for (const day of new Set(open.filter((other) => members.has(other)).map((other) => frame.day[other]!))) {
      note(family.filter((other) => weeks.index[frame.day[other]!] === weeks.index[day]))
      for (const around of [0, 1]) note(family.filter((other) => Math.abs(frame.day[other]! - day) <= around))
    }
    note(family)
  }
  return [...found.values()]
}
