import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'

/** Somebody who works only together with certain people (a trainee, the mentors) is on a shift without any of them. Size: 1 an assignment. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const { frame } = view
  const { employees, shifts } = frame.problem
  if (employees.every(({ onlyWith }) => onlyWith === undefined)) return []
  const asked = new Set(view.shifts)
  const breaches: Breach[] = []
  for (const use of uses.organisation)
    employees.forEach(({ id, onlyWith }, person) => {
      if (onlyWith === undefined) return
      const partners = onlyWith.map((partner) => new Set(view.lines[frame.employeeIndex.get(partner)!]!))
      for (const item of view.lines[person]!)
        if (asked.has(item) && !partners.some((line) => line.has(item)))
          breaches.push(breachOf(use, 1, [id], [shifts[item]!.id], { partners: onlyWith }))
    })
  return breaches
}
