import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { holdsOn, personUses } from '../kit/uses.ts'

/** A shift has somebody whom it would rather not have. Size: 1 an assignment. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const { id } = frame.problem.employees[person]!
    for (const item of view.lines[person]!) {
      const shift = frame.problem.shifts[item]
      const listed = shift?.unpreferredEmployees ?? []
      if (!shift || listed.length === 0 || !listed.includes(id) || !holdsOn(held, frame.day[item]!)) continue
      breaches.push(breachOf(held.use, 1, [id], [shift.id], { unpreferred: listed }))
    }
  }
  return breaches
}
