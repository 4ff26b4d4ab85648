import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { type MaxWeekendsParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const maxWeekends = defineRule<MaxWeekendsParams>({
  id: 'max-weekends',
  level: 'hard',
  weight: 1,
  sizeUnit: 'weekends',
  scope: 'line',
  implicit: false,
  guideSize: 1,
  parameters: [
    { name: 'weekends', kind: 'integer', unit: 'weekends', min: 0, max: 60, about: 'the most weekends with work' },
    {
      name: 'period',
      kind: 'choice',
      choices: ['roster', 'month'],
      default: 'roster',
      about: 'in what they are counted',
    },
    { name: 'weekdays', kind: 'weekdays', default: [6, 7], about: 'the days of a weekend, within Monday to Sunday' },
  ],
  lookbackDays: () => 38,
  spec,
  tracker,
  linear,
})
