import type { Frame } from '../../model/frame.ts'
import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { employeeId, holdsOn, personUses, shiftIds } from '../kit/uses.ts'
import { siteMinutes } from '../kit/ways.ts'

export interface NoOverlapParams {
  travelMinutes: number
}

/** Minutes from the site of one item to that of another: as the problem gives them, else the flat ones. */
function travelBetween(frame: Frame, table: Int32Array | null, flat: number): (from: number, to: number) => number {
  const sites = frame.problem.sites.length
  return (from, to) => {
    const [a, b] = [frame.site[from]!, frame.site[to]!]
    if (a === b) return 0
    const given = table === null || a < 0 || b < 0 ? -1 : table[a * sites + b]!
    return given < 0 ? flat : given
  }
}

/** One person, one place at a time. Size: overlapping minutes of two shifts, or the minutes missing to travel between their sites. */
export function spec(view: RosterView, uses: RuleUses<NoOverlapParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  const table = siteMinutes(frame)
  for (const [person, held] of personUses(view, uses)) {
    const travelOf = travelBetween(frame, table, held.use.params.travelMinutes)
    const line = view.lines[person]!
    line.forEach((later, index) => {
      if (frame.day[later]! < 0 || !holdsOn(held, frame.day[later]!)) return
      for (const earlier of line.slice(0, index)) {
        const gap =
          Math.max(frame.start[earlier]!, frame.start[later]!) - Math.min(frame.end[earlier]!, frame.end[later]!)
        const isInOrder = frame.start[earlier]! <= frame.start[later]!
        const travelMinutes = isInOrder ? travelOf(earlier, later) : travelOf(later, earlier)
        const missing = gap < 0 ? -gap : Math.max(0, travelMinutes - gap)
        if (missing === 0) continue
        const justification = { gapMinutes: gap, travelMinutes }
        breaches.push(
          breachOf(held.use, missing, [employeeId(view, person)], shiftIds(view, [earlier, later]), justification),
        )
      }
    })
  }
  return breaches
}
