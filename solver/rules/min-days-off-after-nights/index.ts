import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { type MinDaysOffAfterNightsParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const minDaysOffAfterNights = defineRule<MinDaysOffAfterNightsParams>({
  id: 'min-days-off-after-nights',
  level: 'hard',
  weight: 1,
  sizeUnit: 'days',
  scope: 'line',
  implicit: false,
  guideSize: 1,
  parameters: [
    {
      name: 'days',
      kind: 'integer',
      unit: 'days',
      min: 1,
      max: 14,
      about: 'the fewest free days after the last night',
    },
    {
      name: 'nightsMin',
      kind: 'integer',
      unit: 'nights',
      min: 1,
      max: 14,
      default: 1,
      about: 'only after runs of at least so many nights',
    },
    { name: 'tag', kind: 'tag', optional: true, about: 'shifts with this tag are nights, whenever they start' },
    { name: 'from', kind: 'time', default: '20:00', about: 'without a tag: shifts that start from here on are nights' },
    { name: 'to', kind: 'time', default: '04:00', about: 'and before this' },
  ],
  lookbackDays: ({ days, nightsMin }) => days + nightsMin + 1,
  spec,
  tracker,
  linear,
})
