import type { Frame } from '../../model/frame.ts'
import type { Breach } from '../../model/outcome.ts'
import { dayMinutes } from '../../model/time.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { employeeId, personUses } from '../kit/uses.ts'
import { judgedWindows, type Window, type WindowParams, windowFacts } from '../kit/windows.ts'

export interface WeeklyRestParams {
  minutes: number
  period: 'rolling' | 'week'
  days: number
}

/** The instants at which a window of local days (of the period's zone) begins and ends. */
function borders(frame: Frame, window: Window): { begins: number; ends: number } {
  const clock = frame.clocks.at(-1)!
  const midnight = (day: number) => clock.toInstant((frame.firstDay + day) * dayMinutes)
  return { begins: midnight(window.first), ends: midnight(window.last + 1) }
}

/**
 * The longest rest that begins inside the window or is going on when it opens (then counted from there). A rest counts to
 * its end, beyond the window's too; after the last known shift it has none.
 */
function longestRest(frame: Frame, byStart: readonly number[], begins: number, ends: number): number {
  let longest = 0
  let free = -Infinity
  for (const item of byStart) {
    if (free < ends) longest = Math.max(longest, frame.start[item]! - Math.max(free, begins))
    free = Math.max(free, frame.end[item]!)
  }
  return free < ends ? Infinity : longest
}

/** So many minutes free in one piece in every window of days. Size: missing minutes, window by window; true lengths over clock changes. */
export function spec(view: RosterView, uses: RuleUses<WeeklyRestParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const { minutes, period, days } = held.use.params
    const params: WindowParams = period === 'week' ? { period } : { period, days }
    const byStart = [...view.lines[person]!].sort((a, b) => frame.start[a]! - frame.start[b]!)
    for (const window of judgedWindows(frame, params, person, held, true)) {
      const { begins, ends } = borders(frame, window)
      const longestMinutes = longestRest(frame, byStart, begins, ends)
      if (longestMinutes >= minutes) continue
      const justification = { ...windowFacts(frame, window), longestMinutes, requiredMinutes: minutes }
      breaches.push(breachOf(held.use, minutes - longestMinutes, [employeeId(view, person)], [], justification))
    }
  }
  return breaches
}
