import type { Breach } from '../../model/outcome.ts'
import type { CarriedBurdens } from '../../model/problem.ts'
import type { RosterView, RuleUses } from '../kit/define-rule.ts'
import { fairBreaches } from '../kit/fair-burden.ts'
import { isSelected, type Selector } from '../kit/values.ts'

export interface FairShiftTypesParams {
  kinds: readonly Selector[]
}

/** Spread of shifts of a type or tag over the people, kind by kind. Size: see kit/fair-burden.ts. */
export function spec(view: RosterView, uses: RuleUses<FairShiftTypesParams>): Breach[] {
  const { frame } = view
  return fairBreaches(view, uses, ({ params }) =>
    params.kinds.map((kind) => ({
      isBurden: (shift: number) => isSelected(frame, shift, kind),
      carried: ({ kinds }: CarriedBurdens) =>
        kinds?.find(({ type, tag }) => type === kind.type && tag === kind.tag)?.shifts ?? 0,
      facts: { type: kind.type ?? null, tag: kind.tag ?? null },
    })),
  )
}
