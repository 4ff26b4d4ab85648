import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { holdsOn, personUses } from '../kit/uses.ts'

export interface BreakRequiredParams {
  breaks: readonly { overMinutes: number; breakMinutes: number }[]
}

/** A shift longer than so much carries a break of so much. Size: missing minutes, an assignment; true lengths, breaks included. */
export function spec(view: RosterView, uses: RuleUses<BreakRequiredParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const { id } = frame.problem.employees[person]!
    for (const item of view.lines[person]!) {
      const shift = frame.problem.shifts[item]
      if (!shift || !holdsOn(held, frame.day[item]!)) continue
      const lengthMinutes = frame.end[item]! - frame.start[item]!
      const due = held.use.params.breaks.filter(({ overMinutes }) => lengthMinutes > overMinutes)
      const requiredMinutes = Math.max(0, ...due.map(({ breakMinutes }) => breakMinutes))
      const breakMinutes = shift.breakMinutes ?? 0
      if (breakMinutes >= requiredMinutes) continue
      const justification = { lengthMinutes, breakMinutes, requiredMinutes }
      breaches.push(breachOf(held.use, requiredMinutes - breakMinutes, [id], [shift.id], justification))
    }
  }
  return breaches
}
