import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { employeeId, holdsOn, personUses, shiftIds } from '../kit/uses.ts'

export interface SuccessionParams {
  forbidden: readonly (readonly [string, string])[]
}

/** Shift types that may not follow the next day. Size: 1 for every two such shifts. */
export function spec(view: RosterView, uses: RuleUses<SuccessionParams>): Breach[] {
  const { frame } = view
  const typeId = (item: number) => frame.problem.shiftTypes[frame.type[item]!]?.id
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const line = view.lines[person]!
    for (const after of line) {
      const day = frame.day[after]!
      if (day < 0 || !holdsOn(held, day)) continue
      for (const before of line) {
        if (frame.day[before] !== day - 1) continue
        if (!held.use.params.forbidden.some(([first, second]) => first === typeId(before) && second === typeId(after)))
          continue
        const justification = { before: typeId(before) ?? null, after: typeId(after) ?? null }
        breaches.push(breachOf(held.use, 1, [employeeId(view, person)], shiftIds(view, [before, after]), justification))
      }
    }
  }
  return breaches
}
