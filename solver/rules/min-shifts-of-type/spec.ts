import type { Breach } from '../../model/outcome.ts'
import { daysOf } from '../kit/day-runs.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { employeeId, personUses, shiftIds } from '../kit/uses.ts'
import { isSelected, type Selector } from '../kit/values.ts'
import { itemsIn, judgedWindows, type WindowParams, windowFacts } from '../kit/windows.ts'

/** One minimum: for a type, a tag, or any shift. */
interface ShiftMinimum extends WindowParams, Selector {
  min: number
  counts: 'shifts' | 'days'
}

export interface MinShiftsOfTypeParams {
  limits: readonly ShiftMinimum[]
}

/** Too few shifts of a type or tag (or days with one) in a period or rolling window whose days are all known. Size: missing. */
export function spec(view: RosterView, uses: RuleUses<MinShiftsOfTypeParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses))
    for (const limit of held.use.params.limits) {
      const selected = view.lines[person]!.filter((item) => isSelected(frame, item, limit))
      for (const window of judgedWindows(frame, limit, person, held, true)) {
        const items = itemsIn(frame, selected, window)
        const count = limit.counts === 'days' ? daysOf(frame, items).length : items.length
        if (count >= limit.min) continue
        const justification = {
          ...windowFacts(frame, window),
          type: limit.type ?? null,
          tag: limit.tag ?? null,
          counts: limit.counts,
          count,
          required: limit.min,
        }
        breaches.push(
          breachOf(held.use, limit.min - count, [employeeId(view, person)], shiftIds(view, items), justification),
        )
      }
    }
  return breaches
}
