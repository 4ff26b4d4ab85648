import type { CarriedBurdens } from '../../model/problem.ts'
import type { LineTracker, RuleUses } from '../kit/define-rule.ts'
import { trackFair } from '../kit/fair-burden.ts'
import type { Grid } from '../kit/grid.ts'
import { isSelected } from '../kit/values.ts'
import type { FairShiftTypesParams } from './spec.ts'

export function tracker(grid: Grid, uses: RuleUses<FairShiftTypesParams>): LineTracker[] {
  const { frame } = grid
  return trackFair(grid, uses, ({ params }) =>
    params.kinds.map((kind) => ({
      isBurden: (shift: number) => isSelected(frame, shift, kind),
      carried: ({ kinds }: CarriedBurdens) =>
        kinds?.find(({ type, tag }) => type === kind.type && tag === kind.tag)?.shifts ?? 0,
      facts: { type: kind.type ?? null, tag: kind.tag ?? null },
    })),
  )
}
