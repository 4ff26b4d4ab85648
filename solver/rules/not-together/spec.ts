import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'

/** Two people share a shift of whom one may not work with the other. Size: 1 a pair and shift. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const { employees, shifts } = view.frame.problem
  if (employees.every(({ notWith }) => notWith === undefined)) return []
  const apart = new Set(
    employees.flatMap(({ id, notWith }) => (notWith ?? []).map((other) => JSON.stringify([id, other].sort()))),
  )
  const asked = new Set(view.shifts)
  const crews = new Map<number, string[]>()
  employees.forEach(({ id }, person) => {
    for (const item of view.lines[person]!) if (asked.has(item)) crews.set(item, [...(crews.get(item) ?? []), id])
  })
  return uses.organisation.flatMap((use) =>
    view.shifts.flatMap((shift) => {
      const crew = crews.get(shift) ?? []
      const pairs = crew.flatMap((one, index) => crew.slice(index + 1).map((other) => [one, other].sort()))
      return pairs
        .filter((pair) => apart.has(JSON.stringify(pair)))
        .map((pair) => breachOf(use, 1, pair, [shifts[shift]!.id], { pair }))
    }),
  )
}
