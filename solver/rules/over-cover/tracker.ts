import type { CoverTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'

export function tracker(grid: Grid, uses: RuleUses<unknown>): CoverTracker[] {
  const { shifts } = grid.frame.problem
  const weight = uses.organisation.reduce((sum, use) => sum + use.weight, 0)
  if (weight === 0) return []
  const wanted = Int32Array.from(shifts, (shift) => shift.heads.target ?? shift.heads.min)
  const price = Int32Array.from(shifts, (shift) => weight * (shift.overWeight ?? 1))
  return [
    {
      kind: 'cover',
      headsLinearFrom: (shift) => wanted[shift]! + 1,
      penalty: (shift, heads) => Math.max(0, heads - wanted[shift]!) * price[shift]!,
    },
  ]
}
