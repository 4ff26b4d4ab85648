import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { employeeId, holdsOn, personUses, shiftIds } from '../kit/uses.ts'

export interface NoOverlapParams {
  travelMinutes: number
}

/** One person, one place at a time. Size: overlapping minutes of two shifts, or the minutes missing to travel between their sites. */
export function spec(view: RosterView, uses: RuleUses<NoOverlapParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const line = view.lines[person]!
    line.forEach((later, index) => {
      if (frame.day[later]! < 0 || !holdsOn(held, frame.day[later]!)) return
      for (const earlier of line.slice(0, index)) {
        const gap =
          Math.max(frame.start[earlier]!, frame.start[later]!) - Math.min(frame.end[earlier]!, frame.end[later]!)
        const travels = frame.site[earlier] !== frame.site[later]
        const missing = gap < 0 ? -gap : travels ? Math.max(0, held.use.params.travelMinutes - gap) : 0
        if (missing === 0) continue
        const justification = { gapMinutes: gap, travelMinutes: travels ? held.use.params.travelMinutes : 0 }
        breaches.push(
          breachOf(held.use, missing, [employeeId(view, person)], shiftIds(view, [earlier, later]), justification),
        )
      }
    })
  }
  return breaches
}
