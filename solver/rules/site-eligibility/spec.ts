import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { holdsOn, personUses } from '../kit/uses.ts'

/** Works only at sites that are allowed. Size: 1 an assignment. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const employee = frame.problem.employees[person]!
    if (!employee.sites) continue
    for (const item of view.lines[person]!) {
      const shift = frame.problem.shifts[item]
      if (!shift || employee.sites.includes(shift.site) || !holdsOn(held, frame.day[item]!)) continue
      breaches.push(breachOf(held.use, 1, [employee.id], [shift.id], { site: shift.site, allowed: employee.sites }))
    }
  }
  return breaches
}
