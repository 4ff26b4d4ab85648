import type { Breach } from '../../model/outcome.ts'
import { formatDate } from '../../model/time.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { employeeId, holdsOn, personUses, shiftIds } from '../kit/uses.ts'

export interface CompactDayParams {
  freeMinutes: number
}

/** Gaps between the parts of one person's day. Size: minutes of each gap beyond the free ones. */
export function spec(view: RosterView, uses: RuleUses<CompactDayParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const line = view.lines[person]!
    for (let index = 1; index < line.length; index++) {
      const before = line[index - 1]!
      const after = line[index]!
      const day = frame.day[after]!
      if (day < 0 || frame.day[before] !== day || !holdsOn(held, day)) continue
      const gapMinutes = frame.start[after]! - frame.end[before]!
      const size = gapMinutes - held.use.params.freeMinutes
      if (size <= 0) continue
      const justification = { day: formatDate(frame.firstDay + day), gapMinutes }
      breaches.push(
        breachOf(held.use, size, [employeeId(view, person)], shiftIds(view, [before, after]), justification),
      )
    }
  }
  return breaches
}
