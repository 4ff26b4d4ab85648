import type { Breach } from '../../model/outcome.ts'
import type { RosterView, RuleUses } from '../kit/define-rule.ts'
import { fairBreaches } from '../kit/fair-burden.ts'
import { weekendOf } from '../kit/weekends.ts'

export interface FairWeekendsParams {
  weekdays: readonly number[]
}

/** Spread of weekends with work over the people, each weekend once. Size: see kit/fair-burden.ts. */
export function spec(view: RosterView, uses: RuleUses<FairWeekendsParams>): Breach[] {
  const { frame } = view
  return fairBreaches(view, uses, ({ params }) => [
    {
      isBurden: (shift) => weekendOf(frame, frame.day[shift]!, params.weekdays) !== null,
      groupOf: (shift) => weekendOf(frame, frame.day[shift]!, params.weekdays) ?? 0,
      carried: ({ weekends }) => weekends ?? 0,
      facts: {},
    },
  ])
}
