import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { holdsOn, personUses } from '../kit/uses.ts'

/** A pinned assignment stands. Size: 1 for each that is missing. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses))
    for (const shift of frame.pins[person]!) {
      if (view.lines[person]!.includes(shift) || !holdsOn(held, frame.day[shift]!)) continue
      const { id } = frame.problem.shifts[shift]!
      breaches.push(breachOf(held.use, 1, [frame.problem.employees[person]!.id], [id], { pinned: true }))
    }
  return breaches
}
