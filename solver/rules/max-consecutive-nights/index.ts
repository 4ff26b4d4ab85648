import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { type MaxConsecutiveNightsParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const maxConsecutiveNights = defineRule<MaxConsecutiveNightsParams>({
  id: 'max-consecutive-nights',
  level: 'hard',
  weight: 1,
  sizeUnit: 'nights',
  scope: 'line',
  implicit: false,
  guideSize: 1,
  parameters: [
    { name: 'nights', kind: 'integer', unit: 'nights', min: 1, max: 60, about: 'the most nights in a row' },
    { name: 'tag', kind: 'tag', optional: true, about: 'shifts with this tag are nights, whenever they start' },
    { name: 'from', kind: 'time', default: '20:00', about: 'without a tag: shifts that start from here on are nights' },
    { name: 'to', kind: 'time', default: '04:00', about: 'and before this' },
  ],
  lookbackDays: (params) => params.nights + 1,
  spec,
  tracker,
  linear,
})
