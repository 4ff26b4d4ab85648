import type { CoverTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'

export function tracker(grid: Grid, uses: RuleUses<unknown>): CoverTracker[] {
  const { shifts } = grid.frame.problem
  const weight = uses.organisation.reduce((sum, use) => sum + use.weight, 0)
  if (weight === 0) return []
  if (shifts.every((shift) => shift.heads.max === undefined)) return []
  const most = shifts.map((shift) => shift.heads.max ?? Infinity)
  return [
    {
      kind: 'cover',
      headsLinearFrom: (shift) => (most[shift]! === Infinity ? 0 : most[shift]! + 1),
      penalty: (shift, heads) => (heads > most[shift]! ? (heads - most[shift]!) * weight : 0),
    },
  ]
}
