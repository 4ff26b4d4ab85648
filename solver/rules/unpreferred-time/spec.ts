import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { holdsOn, personUses } from '../kit/uses.ts'
import { wishedMinutes } from '../kit/wishes.ts'

/** Work inside times a person would rather have free. Size: minutes. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const employee = frame.problem.employees[person]!
    const wishes = (employee.preferences ?? []).filter((wish) => wish.kind === 'unpreferred')
    if (wishes.length === 0) continue
    for (const item of view.lines[person]!) {
      const shift = frame.problem.shifts[item]
      if (!shift || !holdsOn(held, frame.day[item]!)) continue
      const minutes = wishedMinutes(frame, item, wishes)
      if (minutes > 0) breaches.push(breachOf(held.use, minutes, [employee.id], [shift.id], { minutes }))
    }
  }
  return breaches
}
