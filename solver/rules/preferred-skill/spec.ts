import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { hasSkillFor } from '../kit/held-skills.ts'
import { holdsOn, personUses } from '../kit/uses.ts'

/** A shift has somebody without all the skills it would like. Size: 1 an assignment, however many are missing. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const { id } = frame.problem.employees[person]!
    for (const item of view.lines[person]!) {
      const shift = frame.problem.shifts[item]
      if (!shift?.preferredSkills || !holdsOn(held, frame.day[item]!)) continue
      const missing = shift.preferredSkills.filter((need) => !hasSkillFor(frame, person, need, item))
      if (missing.length > 0)
        breaches.push(breachOf(held.use, 1, [id], [shift.id], { missing: missing.map(({ skill }) => skill) }))
    }
  }
  return breaches
}
