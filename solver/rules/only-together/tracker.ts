import type { RosterTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { organisationWeight, SharedShifts } from '../kit/shared-shifts.ts'

export function tracker(grid: Grid, uses: RuleUses<unknown>): RosterTracker[] {
  const { frame } = grid
  const weight = organisationWeight(uses.organisation)
  const watches = frame.problem.employees.flatMap(({ onlyWith }, anchor) =>
    onlyWith === undefined ? [] : [{ anchor, people: onlyWith.map((id) => frame.employeeIndex.get(id)!) }],
  )
  if (weight === 0 || watches.length === 0) return []
  return [new SharedShifts(grid, watches, (watch, works) => (watches[watch]!.people.some(works) ? 0 : weight))]
}
