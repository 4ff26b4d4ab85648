import type { Frame } from '../../model/frame.ts'
import type { Breach } from '../../model/outcome.ts'
import type { Employee, SkillNeed } from '../../model/problem.ts'
import { formatDate } from '../../model/time.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { holdsOn, personUses } from '../kit/uses.ts'

/** First and last local day (YYYY-MM-DD) that a shift touches, by its site's clock. */
function touchedDates(frame: Frame, shift: number): { first: string; last: string } {
  const clock = frame.clocks[frame.site[shift]! < 0 ? frame.clocks.length - 1 : frame.site[shift]!]!
  return { first: formatDate(clock.dayOf(frame.start[shift]!)), last: formatDate(clock.dayOf(frame.end[shift]! - 1)) }
}

/** Whether the person has the skill at the level on every day from first to last. */
function meets(employee: Employee, need: SkillNeed, first: string, last: string): boolean {
  return (employee.skills ?? []).some(
    (held) =>
      held.skill === need.skill &&
      (held.level ?? 1) >= (need.levelMin ?? 1) &&
      (held.from === undefined || held.from <= first) &&
      (held.until === undefined || held.until >= last),
  )
}

/** Who works a shift has its skills for its whole length. Size: skills missing; a list of alternatives counts as one. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const employee = frame.problem.employees[person]!
    for (const item of view.lines[person]!) {
      const shift = frame.problem.shifts[item]
      if (!shift?.skills || !holdsOn(held, frame.day[item]!)) continue
      const { first, last } = touchedDates(frame, item)
      const missing = (shift.skills.allOf ?? []).filter((need) => !meets(employee, need, first, last))
      const anyOf = shift.skills.anyOf ?? []
      const lacksAll = anyOf.length > 0 && !anyOf.some((need) => meets(employee, need, first, last))
      const size = missing.length + (lacksAll ? 1 : 0)
      if (size === 0) continue
      const names = missing.map((need) => need.skill)
      const expired = (employee.skills ?? []).filter(
        (skill) =>
          skill.until !== undefined &&
          skill.until < last &&
          [...missing, ...anyOf].some((need) => need.skill === skill.skill),
      )
      const justification = {
        missingAll: names,
        missingAny: lacksAll ? anyOf.map((need) => need.skill) : [],
        expiredOn: expired[0]?.until ?? null,
      }
      breaches.push(breachOf(held.use, size, [employee.id], [shift.id], justification))
    }
  }
  return breaches
}
