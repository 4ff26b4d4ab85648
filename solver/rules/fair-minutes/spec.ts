import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUse, type RuleUses } from '../kit/define-rule.ts'
import { distinctUses, type FairShare, fairShare, scaledMinutes } from '../kit/fair-share.ts'
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
    const share = fairShare(frame, uses, use)
    if (use.params.measure === 'spread') breaches.push(...spreadBreaches(view, use, share.people))
    else breaches.push(...squaredBreaches(view, use, share))
  }
  return breaches
}

function scaledOf({ frame, lines }: RosterView, person: number): number {
  let minutes = 0
  for (const item of lines[person]!) if (item < frame.shiftCount) minutes += frame.paidMinutes[item]!
  return scaledMinutes(frame, person, minutes)
}

/** The extremes are of everyone, whomever the view asks about. */
function spreadBreaches(view: RosterView, use: RuleUse<unknown>, people: readonly number[]): Breach[] {
  const scaled = people.map((person) => scaledOf(view, person))
  const most = Math.max(...scaled)
  const least = Math.min(...scaled)
  if (most <= least) return []
  const ends = people.filter((_, index) => scaled[index] === most || scaled[index] === least)
  const names = ends.map((person) => employeeId(view, person))
  return [breachOf(use, most - least, names, [], { mostMinutes: most, leastMinutes: least })]
}

/** The fair share does not depend on the roster, so everyone is a matter of their own. */
function squaredBreaches(view: RosterView, use: RuleUse<unknown>, { takesPart, fairMinutes }: FairShare): Breach[] {
  return view.people.flatMap((person) => {
    if (takesPart[person] === 0) return []
    const scaled = scaledOf(view, person)
    const size = Math.floor((scaled - fairMinutes) ** 2 / 3600)
    if (size === 0) return []
    return [breachOf(use, size, [employeeId(view, person)], [], { scaledMinutes: scaled, fairMinutes })]
  })
}
