import type { Breach } from '../../model/outcome.ts'
import { parseInstant } from '../../model/time.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { holdsOn, personUses } from '../kit/uses.ts'

/** No work in unavailable time or approved time off. Size: overlapping minutes, one breach a shift and span. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const employee = frame.problem.employees[person]!
    for (const span of employee.unavailable ?? []) {
      const from = parseInstant(span.start)!
      const to = parseInstant(span.end)!
      for (const item of view.lines[person]!) {
        const shift = frame.problem.shifts[item]
        if (!shift || !holdsOn(held, frame.day[item]!)) continue
        const overlap = Math.min(to, frame.end[item]!) - Math.max(from, frame.start[item]!)
        if (overlap <= 0) continue
        const justification = { kind: span.kind, start: span.start, end: span.end, overlapMinutes: overlap }
        breaches.push(breachOf(held.use, overlap, [employee.id], [shift.id], justification))
      }
    }
  }
  return breaches
}
