import { defineRule } from '../kit/define-rule.ts'
import { type FairShiftTypesParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const fairShiftTypes = defineRule<FairShiftTypesParams>({
  id: 'fair-shift-types',
  level: 'soft',
  weight: 1,
  sizeUnit: 'hundredths of a squared shift',
  scope: 'line',
  implicit: false,
  guideSize: 100,
  parameters: [
    {
      name: 'kinds',
      kind: 'list',
      about: 'what is shared out, each kind by itself',
      of: [
        { name: 'type', kind: 'shift-type', optional: true, about: 'shifts of this type' },
        { name: 'tag', kind: 'tag', optional: true, about: 'shifts with this tag' },
      ],
    },
  ],
  lookbackDays: () => 0,
  spec,
  tracker,
})
