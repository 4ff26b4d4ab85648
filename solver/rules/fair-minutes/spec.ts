import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { distinctUses, fairShare, scaledMinutes } from '../kit/fair-share.ts'
import { employeeId } from '../kit/uses.ts'

export interface FairMinutesParams {
  measure: 'squared' | 'spread'
}

/**
 * Spread of paid minutes over the people, scaled to a full-time job, with what was carried over. Squared: each person's
 * squared distance from the fair share in squared hours. Spread: most minus least, in minutes.
 */
export function spec(view: RosterView, uses: RuleUses<FairMinutesParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const use of distinctUses(uses)) {
    const { people, fairMinutes } = fairShare(frame, uses, use)
    const scaled = people.map((person) => {
      const items = view.lines[person]!.filter((item) => item < frame.shiftCount)
      return scaledMinutes(
        frame,
        person,
        items.reduce((sum, item) => sum + frame.paidMinutes[item]!, 0),
      )
    })
    if (use.params.measure === 'spread') {
      const most = Math.max(...scaled)
      const least = Math.min(...scaled)
      const ends = people.filter((_, index) => scaled[index] === most || scaled[index] === least)
      const names = ends.map((person) => employeeId(view, person))
      if (most > least)
        breaches.push(breachOf(use, most - least, names, [], { mostMinutes: most, leastMinutes: least }))
      continue
    }
    people.forEach((person, index) => {
      const deviation = scaled[index]! - fairMinutes
      const size = Math.floor((deviation * deviation) / 3600)
      if (size > 0)
        breaches.push(
          breachOf(use, size, [employeeId(view, person)], [], { scaledMinutes: scaled[index]!, fairMinutes }),
        )
    })
  }
  return breaches
}
