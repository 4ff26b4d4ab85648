import type { Breach } from '../../model/outcome.ts'
import type { RosterView, RuleUses } from '../kit/define-rule.ts'
import { fairBreaches } from '../kit/fair-burden.ts'
import { holidayTest } from '../kit/holidays.ts'

/** Spread of shifts on public holidays over the people. Size: see kit/fair-burden.ts. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const { frame } = view
  return fairBreaches(view, uses, () => [
    {
      isBurden: holidayTest(frame),
      carried: ({ holidays }) => holidays ?? 0,
      facts: {},
    },
  ])
}
