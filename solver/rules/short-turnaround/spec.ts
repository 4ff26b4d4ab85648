import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { employeeId, holdsOn, personUses, shiftIds } from '../kit/uses.ts'

export interface ShortTurnaroundParams {
  minutes: number
}

/**
 * Closing then opening: little rest between work of one day and of a later one, legal or not. Parts of one day are the
 * affair of compact-day. Size: minutes missing from a wide rest; an overlap misses all.
 */
export function spec(view: RosterView, uses: RuleUses<ShortTurnaroundParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const wantedMinutes = held.use.params.minutes
    const line = view.lines[person]!
    line.forEach((after, index) => {
      const before = line[index - 1]
      const day = frame.day[after]!
      if (before === undefined || day < 0 || frame.day[before] === day || !holdsOn(held, day)) return
      const gapMinutes = Math.max(0, frame.start[after]! - frame.end[before]!)
      if (gapMinutes >= wantedMinutes) return
      const shifts = shiftIds(view, [before, after])
      breaches.push(
        breachOf(held.use, wantedMinutes - gapMinutes, [employeeId(view, person)], shifts, {
          gapMinutes,
          wantedMinutes,
        }),
      )
    })
  }
  return breaches
}
