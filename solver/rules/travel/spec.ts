import type { Breach } from '../../model/outcome.ts'
import { formatDate } from '../../model/time.ts'
import { daysOf } from '../kit/day-runs.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { employeeId, holdsOn, personUses, shiftIds } from '../kit/uses.ts'
import { homeWays, siteWays } from '../kit/ways.ts'

export interface TravelParams {
  counts: 'all' | 'between-sites' | 'home'
  freeMetres: number
}

/** The way from home, between the sites of one day, and back. Size: metres a day beyond the free ones; unknown ways count nothing. */
export function spec(view: RosterView, uses: RuleUses<TravelParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  const between = siteWays(frame)
  const sites = frame.problem.sites.length
  for (const [person, held] of personUses(view, uses)) {
    const { counts, freeMetres } = held.use.params
    const home = homeWays(frame, person)
    const line = view.lines[person]!.filter((item) => item < frame.shiftCount)
    for (const day of daysOf(frame, line)) {
      if (!holdsOn(held, day)) continue
      const items = line.filter((item) => frame.day[item] === day)
      const visited = items.map((item) => frame.site[item]!)
      const homeMetres = home[visited[0]!]! + home[visited.at(-1)!]!
      const betweenMetres = visited.reduce(
        (sum, site, index) => sum + (index === 0 ? 0 : between[visited[index - 1]! * sites + site]!),
        0,
      )
      const metres = (counts === 'between-sites' ? 0 : homeMetres) + (counts === 'home' ? 0 : betweenMetres)
      if (metres <= freeMetres) continue
      const justification = { day: formatDate(frame.firstDay + day), metres, homeMetres, betweenMetres }
      breaches.push(
        breachOf(held.use, metres - freeMetres, [employeeId(view, person)], shiftIds(view, items), justification),
      )
    }
  }
  return breaches
}
