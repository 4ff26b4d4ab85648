import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { type MaxConsecutiveDaysParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const maxConsecutiveDays = defineRule<MaxConsecutiveDaysParams>({
  id: 'max-consecutive-days',
  level: 'hard',
  weight: 1,
  sizeUnit: 'days',
  scope: 'line',
  implicit: false,
  guideSize: 1,
  parameters: [
    { name: 'days', kind: 'integer', unit: 'days', min: 1, max: 60, about: 'the most days worked in a row' },
  ],
  lookbackDays: (params) => params.days + 1,
  spec,
  tracker,
  linear,
})
