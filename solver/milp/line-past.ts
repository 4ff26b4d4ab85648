// What was worked before the period, as far as lines that are limits on runs and totals can take it in.
import type { Frame } from '../model/frame.ts'
import { weekdayOf } from '../model/time.ts'
import type { RosterView } from '../rules/kit/define-rule.ts'
import type { LineLimits } from './compile-limits.ts'

/** The run of days, worked or free, that ends the day before the period. */
export interface RunBefore {
  worked: boolean
  days: number
}

/** Writes the person's past into the limits; false when lines need to know more of it. */
export function takePast(
  frame: Frame,
  person: number,
  limit: LineLimits,
  byDay: readonly (readonly number[])[],
): boolean {
  if (!frame.hasHistory[person]) return true
  const past = frame.past[person]!
  const days = new Set(past.map((item) => frame.day[item]!))
  const last = Math.max(Number.NEGATIVE_INFINITY, ...days)
  let first = last
  while (days.has(first - 1)) first--
  limit.before = last === -1 ? { worked: true, days: last - first + 1 } : { worked: false, days: -1 - last }
  if (days.size === 0) return true
  // A weekend that both sides of the border share is counted before it begins.
  if (weekdayOf(frame.firstDay) === 7 && days.has(-1)) return false
  const lines: number[][] = frame.problem.employees.map(() => [])
  const view: RosterView = { frame, lines, heads: new Int32Array(frame.shiftCount), people: [person], shifts: [] }
  const latest = past.filter((item) => frame.day[item]! >= last - 1)
  for (const [d, shifts] of byDay.slice(0, 8).entries())
    for (const shift of shifts) {
      lines[person] = [...latest, shift]
      if (limit.pairRules.every(({ rule, uses }) => rule.spec(view, uses).length === 0)) continue
      if (d > 0) return false
      limit.closed.add(shift)
    }
  return true
}

/** Whether two shifts with a free day between them may break a rule that compares neighbours: then runs say too little. */
export function meetsOverADay(
  frame: Frame,
  limits: readonly LineLimits[],
  byDay: readonly (readonly number[])[],
): boolean {
  let needed = 0
  for (const { pairRules } of limits)
    for (const { uses } of pairRules)
      for (const list of uses.people)
        for (const { use } of list) {
          const { minutes, afterNightMinutes, travelMinutes } = use.params as Record<string, number | undefined>
          needed = Math.max(needed, minutes ?? 0, afterNightMinutes ?? 0, travelMinutes ?? 0)
        }
  return byDay.some((shifts, d) => {
    const latest = shifts.reduce((end, shift) => Math.max(end, frame.end[shift]!), Number.NEGATIVE_INFINITY)
    return byDay.slice(d + 2, d + 9).some((later) => later.some((shift) => frame.start[shift]! < latest + needed))
  })
}
