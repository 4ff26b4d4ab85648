import type { Breach } from '../../model/outcome.ts'
import type { RosterView, RuleUses } from '../kit/define-rule.ts'
import { fairBreaches } from '../kit/fair-burden.ts'
import { isNight, type NightParams } from '../kit/nights.ts'

export type FairNightsParams = NightParams

/** Spread of nights over the people, scaled to a full-time job, with what was carried over. Size: see kit/fair-burden.ts. */
export function spec(view: RosterView, uses: RuleUses<FairNightsParams>): Breach[] {
  const { frame } = view
  return fairBreaches(view, uses, ({ params }) => [
    {
      isBurden: (shift) => isNight(frame, shift, params),
      carried: ({ nights }) => nights ?? 0,
      facts: {},
    },
  ])
}
