import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { holdsOn, personUses } from '../kit/uses.ts'

/** No work on shifts and at sites that ban the person. Size: 1 an assignment, whoever bans; the shift is named before the site. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const { id } = frame.problem.employees[person]!
    for (const item of view.lines[person]!) {
      const shift = frame.problem.shifts[item]
      if (!shift || !holdsOn(held, frame.day[item]!)) continue
      const byShift = shift.prohibited?.includes(id) ?? false
      const bySite = frame.problem.sites[frame.site[item]!]?.prohibited?.includes(id) ?? false
      if (byShift || bySite)
        breaches.push(breachOf(held.use, 1, [id], [shift.id], { by: byShift ? 'shift' : 'site', site: shift.site }))
    }
  }
  return breaches
}
