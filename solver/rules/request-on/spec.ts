import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { holdsOn, personUses, shiftIds } from '../kit/uses.ts'
import { requestedShifts } from '../kit/wishes.ts'

/** A wish to work a shift, or on a day. Size: the weight of a wish that is not kept. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const employee = frame.problem.employees[person]!
    for (const request of employee.requests ?? []) {
      if (request.kind !== 'on') continue
      const wished = requestedShifts(frame, request)
      if (!holdsOn(held, wished.length === 0 ? 0 : frame.day[wished[0]!]!)) continue
      const worked = view.lines[person]!.filter((item) => wished.includes(item))
      if (!(worked.length > 0)) {
        const justification = { day: request.day ?? null, type: request.type ?? null, wished: shiftIds(view, wished) }
        breaches.push(breachOf(held.use, request.weight, [employee.id], shiftIds(view, worked), justification))
      }
    }
  }
  return breaches
}
