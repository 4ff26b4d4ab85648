import type { CoverTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'

export function tracker(grid: Grid, uses: RuleUses<unknown>): CoverTracker[] {
  const { shifts } = grid.frame.problem
  const weight = uses.organisation.reduce((sum, use) => sum + use.weight, 0)
  if (weight === 0 || !shifts.some((shift) => shift.optional)) return []
  const price = Int32Array.from(shifts, (shift) => (shift.optional ? weight * (shift.priority ?? 1) : 0))
  return [
    {
      kind: 'cover',
      headsLinearFrom: () => 1,
      penalty: (shift, heads) => (heads === 0 ? price[shift]! : 0),
    },
  ]
}
