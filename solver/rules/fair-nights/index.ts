import { defineRule } from '../kit/define-rule.ts'
import { type FairNightsParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const fairNights = defineRule<FairNightsParams>({
  id: 'fair-nights',
  level: 'soft',
  weight: 1,
  sizeUnit: 'hundredths of a squared night',
  scope: 'line',
  implicit: false,
  guideSize: 100,
  parameters: [
    { name: 'tag', kind: 'tag', optional: true, about: 'shifts with this tag are nights, whenever they start' },
    { name: 'from', kind: 'time', default: '20:00', about: 'without a tag: shifts that start from here on are nights' },
    { name: 'to', kind: 'time', default: '04:00', about: 'and before this' },
  ],
  lookbackDays: () => 0,
  spec,
  tracker,
})
