import type { RosterTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { organisationWeight, SharedShifts, type Watch } from '../kit/shared-shifts.ts'

export function tracker(grid: Grid, uses: RuleUses<unknown>): RosterTracker[] {
  const { frame } = grid
  const weight = organisationWeight(uses.organisation)
  if (weight === 0) return []
  const watches = new Map<number, Watch>()
  frame.problem.employees.forEach(({ notWith }, employee) => {
    for (const id of notWith ?? []) {
      const other = frame.employeeIndex.get(id)!
      const [anchor, second] = employee < other ? [employee, other] : [other, employee]
      watches.set(anchor * frame.employeeCount + second, { anchor, people: [second] })
    }
  })
  if (watches.size === 0) return []
  const list = [...watches.values()]
  return [new SharedShifts(grid, list, (watch, works) => (works(list[watch]!.people[0]!) ? weight : 0))]
}
