import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { type MinRestParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const minRest = defineRule<MinRestParams>({
  id: 'min-rest',
  level: 'hard',
  weight: 1,
  sizeUnit: 'minutes',
  scope: 'line',
  implicit: false,
  guideSize: 240,
  parameters: [
    { name: 'minutes', kind: 'integer', unit: 'minutes', min: 0, max: 10_080, about: 'least rest between two shifts' },
    {
      name: 'afterNightMinutes',
      kind: 'integer',
      unit: 'minutes',
      min: 0,
      max: 10_080,
      optional: true,
      about: 'least rest after a night, when it differs',
    },
    { name: 'nightTag', kind: 'tag', optional: true, about: 'shifts with this tag are nights, whenever they start' },
    {
      name: 'nightFrom',
      kind: 'time',
      default: '20:00',
      about: 'without a tag: shifts that start from here on are nights',
    },
    { name: 'nightTo', kind: 'time', default: '04:00', about: 'and before this' },
    {
      name: 'splitShiftAllowed',
      kind: 'flag',
      default: false,
      about: 'the parts of one day need no rest between them',
    },
  ],
  lookbackDays: () => 8,
  spec,
  tracker,
  linear,
})
